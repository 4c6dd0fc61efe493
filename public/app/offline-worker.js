// Keeps the pages of reports that somebody opened, so that they open without a line. It runs in the browser, beside the pages.
//
// A page is kept only if it says so itself, by a mark that names the session for which it was made (`data-kept-for`). What
// one session keeps is shown in no other: any page of another one wipes it (`data-made-for`), and so do the page to sign in
// and every way out. It isn't shown once the session is over, as far as the browser knows. What is sent is never kept and
// never sent again by this worker: forms have their own memory for that.

/** Another build has other files, and pages that ask for them. */
const build = new URL(self.location.href).searchParams.get("build") ?? "";
const fileCache = `spaiv-files ${build}`;
const pagesBegin = `spaiv-pages ${build} `;

/** Whoever waits longer for a page gets the kept one. */
const PATIENCE_MS = 5_000;
/** A page that was kept less long ago isn't fetched again on the quiet. */
const FRESH_MS = { report: 5 * 60_000, below: 60 * 60_000 };
/** So long after something was sent, or a page opened, what is fetched on the quiet leaves others the line and the processor. */
const AT_WORK_MS = { sent: 15_000, opened: 2_000 };
const PAUSE_MS = { atWork: 3_000, else: 100 };
/** What is fetched on the quiet ends by itself, before a browser would end it. */
const QUIET_MS = 240_000;
const MOST_PAGES_OF_REPORT = 200;
const MOST_PAGES = 600;
const LONGEST_PAGE = 4_000_000;

/** Of which session the page is, and how many seconds that has at most. */
const mark = /<div hidden="" data-(?:kept|made)-for="([0-9a-f]{32}) (\d+)"/;
const toKeep = '<div hidden="" data-kept-for="';
/** Where the worker notes until when the session goes on; no page has such an address. */
const untilAt = "/~until";
const keptAt = "X-Kept-At";
/** Pages under a report's own; whatever else stands there is a file, or asks the server for something. */
const below = /^\/(?:check|narrative|import|print|print\/blank|indicators\/[\w.~-]+)$/;
/** Where the worker notes what a report is called; no page has such an address. */
const noteOf = (base) => `/~kept${base}`;
/** Where it keeps what the check makes fields of (components/offline/kept-pages.ts). */
const fieldsOf = (base) => `${base}/~fields`;
const scripts = /\/_next\/static\/[\w./~-]+\.js/g;
/** How a script names those that it loads later. */
const late = /static\/chunks\/[\w.~-]+\.js/g;
/** Scripts that are kept with all that they may ever load. */
const whole = new Set();

/** Raised when everything is wiped: what was asked for before isn't kept any more. */
let epoch = 0;
/** Until when somebody is taken to be at work. */
let atWorkUntil = 0;
const isAtWork = (kind) => {
  atWorkUntil = Math.max(atWorkUntil, Date.now() + AT_WORK_MS[kind]);
};

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith("spaiv-") && name !== fileCache && !name.startsWith(pagesBegin);
  event.waitUntil(Promise.all([dropCaches(isOld), self.clients.claim()]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET") isAtWork("sent");
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(file(event));
  else if (request.mode === "navigate") {
    isAtWork("opened");
    event.respondWith(page(event, url));
  }
});

self.addEventListener("message", (event) => {
  const { type, ...told } = event.data ?? {};
  if (type === "keep") event.waitUntil(keepReport(told));
  if (type === "forget") event.waitUntil(forgetAll());
});

async function dropCaches(isOne) {
  const names = await caches.keys();
  await Promise.all(names.filter(isOne).map((name) => caches.delete(name)));
}

async function forgetAll() {
  epoch++;
  whole.clear();
  await dropCaches((name) => name.startsWith("spaiv-"));
}

/** A file of the product: its name says what is in it. Where there is no room to keep it, it is answered all the same. */
async function file(event) {
  const { request } = event;
  const known = await caches.match(request, { cacheName: fileCache }).catch(() => undefined);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    const kept = caches.open(fileCache).then((cache) => cache.put(request, copy));
    event.waitUntil(kept.catch(() => null));
  }
  return response;
}

/** From the server; the kept page where the line is gone, or the server doesn't answer. */
async function page(event, url) {
  const since = epoch;
  const asked = fetch(event.request);
  const copy = asked.then((response) => response.clone());
  event.waitUntil(copy.then((response) => heard(url, response, since)).catch(() => null));
  const answer = asked.catch(() => null);
  const kept = await keptPage(url.pathname).catch(() => undefined);
  if (!kept) return (await answer) ?? notKept(url).catch(() => Response.error());
  const response = await Promise.race([answer, pause(PATIENCE_MS)]);
  return response && response.status < 502 ? response : asItWas(kept);
}

async function heard(url, response, since) {
  if (isSignIn(url) && response.ok) return forgetAll();
  // The page is led elsewhere, as to sign in: where to isn't told.
  if (response.type === "opaqueredirect") return (await keptPage(url.pathname)) && forgetAll();
  return keepPage(url, response, since);
}

/** Whoever worked here before is gone, or about to be. */
const isSignIn = ({ pathname }) => /^\/[a-z]{2}\/sign-in$/.test(pathname);

const pause = (ms) => new Promise((resolve) => setTimeout(() => resolve(null), ms));

/** Those of a session that goes on, as far as is known; others are wiped. */
async function pageCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(pagesBegin));
  const going = await Promise.all(names.map(goesOn));
  await Promise.all(names.map((name, at) => going[at] || caches.delete(name)));
  return names.filter((_, at) => going[at]);
}

async function goesOn(cacheName) {
  const until = await caches.match(untilAt, { cacheName });
  return until !== undefined && Date.now() < Number(await until.text());
}

async function keptPage(pathname) {
  for (const cacheName of await pageCaches()) {
    const kept = await caches.match(pathname, { cacheName });
    if (kept) return kept;
  }
  return undefined;
}

/** @returns the page's text where it was kept */
async function keepPage(url, response, since) {
  if (response.status === 404) await forgetUnder(url.pathname);
  if (!/^text\/html\b/.test(response.headers.get("Content-Type") ?? "")) return null;
  const text = await response.text();
  const [, key, seconds] = mark.exec(text) ?? [];
  if (!key || since !== epoch) return null;
  const mine = `${pagesBegin}${key}`;
  await dropCaches((name) => name.startsWith("spaiv-pages ") && name !== mine);
  // A query asks for a view, or tells what was just done: what is kept is the page without it.
  const isKept = response.ok && !response.redirected && url.search === "" && text.length <= LONGEST_PAGE;
  if (!isKept || !text.includes(toKeep)) {
    if (await caches.has(mine)) await noteUntil(await caches.open(mine), seconds);
    return null;
  }
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": response.headers.get("Content-Security-Policy") ?? "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    [keptAt]: new Date().toISOString(),
  };
  const cache = await caches.open(mine);
  const all = await cache.keys();
  if (all.length >= MOST_PAGES && all[0]) await cache.delete(all[0]);
  await noteUntil(cache, seconds);
  await cache.put(url.pathname, new Response(text, { headers }));
  await keepFiles(text.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g) ?? []);
  // It was wiped meanwhile.
  if (since !== epoch) await caches.delete(mine);
  return text;
}

/** By the browser's own clock, which may differ from the server's. */
const noteUntil = (cache, seconds) => cache.put(untilAt, new Response(String(Date.now() + seconds * 1000)));

/** Whoever may not see a page any more sees none under it either. */
async function forgetUnder(pathname) {
  for (const cacheName of await pageCaches()) {
    const cache = await caches.open(cacheName);
    for (const request of await cache.keys()) {
      const kept = new URL(request.url).pathname;
      const isUnder = [pathname, noteOf(pathname)].some((place) => kept === place || kept.startsWith(`${place}/`));
      if (isUnder) await cache.delete(request);
    }
  }
}

async function keepFiles(addresses) {
  const cache = await caches.open(fileCache);
  for (const address of new Set(addresses)) {
    if (await cache.match(address)) continue;
    const response = await fetch(address);
    if (!response.ok) continue;
    await cache.put(address, response.clone());
    if (!address.endsWith(".css")) continue;
    const fonts = [...(await response.text()).matchAll(/url\(["']?([^"')]+\.woff2)/g)];
    // Letters of every script would be megabytes: those of the page are told by the page.
    if (fonts.length <= 4) await keepFiles(fonts.map(([, font]) => new URL(font, response.url).pathname));
  }
}

/** Scripts with those that they load only when something is opened, and these in turn: then nobody may be there to ask. */
async function keepWhole(addresses) {
  const [cache, seen] = [await caches.open(fileCache), new Set(addresses)];
  // A set goes on to what is added meanwhile.
  for (const address of seen) {
    if (whole.has(address)) continue;
    await keepFiles([address]);
    const script = await cache.match(address);
    for (const [name] of ((await script?.text()) ?? "").matchAll(late)) seen.add(`/_next/${name}`);
  }
  for (const address of seen) whole.add(address);
}

/** What the check makes fields of, where it is of the session whose pages are kept. */
async function keepFields(base, address, fresh, since) {
  const known = await keptPage(fieldsOf(base));
  if (known && isFresh(known, fresh)) return;
  const response = await fetch(address, { signal: AbortSignal.timeout(30_000) });
  const mine = pagesBegin + response.headers.get("X-Kept-For");
  if (!response.ok || since !== epoch || !(await caches.has(mine))) return;
  const headers = { "Content-Type": "application/json", [keptAt]: new Date().toISOString() };
  await (await caches.open(mine)).put(fieldsOf(base), new Response(await response.text(), { headers }));
  if (since !== epoch) await caches.delete(mine);
}

const isFresh = (kept, fresh) => Date.now() - Date.parse(kept.headers.get(keptAt)) < fresh;

/** Fetches a report's pages one after another, the ones that they lead to as well, and notes what the report is called. */
async function keepReport({ base, files, fields, again, changed, ...note }) {
  const [since, begun] = [epoch, Date.now()];
  const waiting = [base, ...(again ? changed.filter((path) => isOf(base, path)) : [])];
  for (const path of ["/check", "/narrative"]) if (!waiting.includes(base + path)) waiting.push(base + path);
  const seen = new Set(waiting);
  try {
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      if (since !== epoch || Date.now() - begun > QUIET_MS) return;
      const isReport = path === base || path === `${base}/check`;
      const isOld = again && (isReport || changed.includes(path));
      const fresh = isOld ? 0 : FRESH_MS[isReport ? "report" : "below"];
      const text = await freshText(path, fresh, since);
      if (text === null) continue;
      if (path === base) await noteReport(base, note, since);
      if (path === base) await keepFiles(files);
      await keepWhole(text.match(scripts) ?? []);
      if (path === base) await keepFields(base, fields, fresh, since);
      const found = new Set(linksIn(text, base).filter((link) => !seen.has(link)));
      const taken = [...found].slice(0, Math.max(0, MOST_PAGES_OF_REPORT - seen.size));
      for (const link of taken) seen.add(link);
      // What is about the whole report comes before its indicators, whose fields are on the sheet as well.
      const [ofOne, ofWhole] = [true, false].map((is) => taken.filter((link) => link.includes("/indicators/") === is));
      waiting.unshift(...ofWhole);
      waiting.push(...ofOne);
    }
  } catch {
    // The line is gone; the report's next page goes on.
  }
}

/** What is fetched on the quiet, for whichever window: one page after another, with a rest between them. */
let turn = Promise.resolve();
let rest = Promise.resolve();

/** The page's text: the kept one where it is fresh enough, else a new one. Null where it isn't kept. */
function freshText(path, fresh, since) {
  const text = turn.then(() => keptOrFetched(path, fresh, since));
  turn = text.catch(() => null);
  return text;
}

async function keptOrFetched(path, fresh, since) {
  const kept = await keptPage(path);
  if (kept && isFresh(kept, fresh)) return kept.text();
  await rest;
  const asked = Date.now();
  const asking = { headers: { Accept: "text/html" }, priority: "low", signal: AbortSignal.timeout(30_000) };
  const response = await fetch(path, asking);
  if (response.redirected && isSignIn(new URL(response.url))) await forgetAll();
  const text = await keepPage(new URL(path, self.location.href), response, since);
  // Others use the server too.
  rest = pause(Math.max(PAUSE_MS[Date.now() < atWorkUntil ? "atWork" : "else"], Date.now() - asked));
  return text;
}

const linksIn = (text, base) =>
  [...text.matchAll(/ href="([^"?#]+)/g)].map(([, path]) => path).filter((path) => isOf(base, path));

const isOf = (base, path) => path.startsWith(base) && below.test(path.slice(base.length));

async function noteReport(base, note, since) {
  const [mine] = await pageCaches();
  if (!mine || since !== epoch) return;
  const cache = await caches.open(mine);
  // Somebody else may have come meanwhile: their pages don't have this report.
  if (await cache.match(base)) await cache.put(noteOf(base), new Response(JSON.stringify({ base, ...note })));
}

/** The kept page, which says since when it is kept: its script tells whoever reads it. */
async function asItWas(kept) {
  const text = await kept.text();
  const moment = kept.headers.get(keptAt);
  return new Response(text.replace(/<html\b/, `<html data-kept-at="${moment}"`), { headers: kept.headers });
}

const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page that isn't kept: which ones are. Without any it is the browser's own page that speaks. */
async function notKept(url) {
  const notes = [];
  for (const name of await pageCaches()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      if (new URL(request.url).pathname.startsWith(noteOf("/"))) notes.push(await (await cache.match(request)).json());
  }
  const language = url.pathname.split("/")[1];
  const note = notes.find(({ base }) => base.startsWith(`/${language}/`)) ?? notes[0];
  if (!note) return Response.error();
  const { words, lang, styles } = note;
  const opened = notes.find(({ base }) => isOf(base, url.pathname));
  const lead = opened ? words.notYet : words.lead;
  const links = notes.map(({ base, name }) => `<li><a href="${escaped(base)}">${escaped(name)}</a></li>`);
  const html = `<!doctype html><html lang="${escaped(lang)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(words.title)}</title>
${styles.map((style) => `<link rel="stylesheet" href="${escaped(style)}">`).join("")}</head>
<body><main class="wrap"><h1>${escaped(words.title)}</h1><p class="lead">${escaped(lead)}</p>
<h2>${escaped(words.kept)}</h2><ul>${links.join("")}</ul>
<p class="mt-4"><a href="${escaped(url.pathname + url.search)}">${escaped(words.again)}</a></p></main></body></html>`;
  const policy = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";
  return new Response(html, {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy },
  });
}
