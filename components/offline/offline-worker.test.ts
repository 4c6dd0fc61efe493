import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";

const origin = "https://spaiv.example";
const [session, other] = ["a".repeat(32), "b".repeat(32)];
const html = (mark: string) => `<!doctype html><html lang="en"><body><div hidden="" ${mark}></div></body></html>`;
const answered = (text: string) => new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });

/** A browser's caches, as far as the worker uses them. */
function browserCaches(isFull = false) {
  const all = new Map<string, Map<string, Response>>();
  const keyOf = (asked: string | { url: string }) =>
    typeof asked === "string" ? new URL(asked, origin).href : asked.url;
  const open = async (name: string) => {
    const kept = all.get(name) ?? new Map<string, Response>();
    if (!all.has(name)) all.set(name, kept);
    return {
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      match: async (asked: string) => kept.get(keyOf(asked))?.clone(),
      delete: async (asked: string) => kept.delete(keyOf(asked)),
      put: async (asked: string, response: Response) => {
        if (isFull) throw new Error("QuotaExceededError");
        kept.set(keyOf(asked), response);
      },
    };
  };
  return {
    open,
    all,
    has: async (name: string) => all.has(name),
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    match: async (asked: string, { cacheName }: { cacheName: string }) =>
      all.get(cacheName)?.get(keyOf(asked))?.clone(),
  };
}

/** The worker, in a browser with this clock and this line. */
function worker(line: (path: string) => Response | Promise<Response>, isFull = false) {
  const caches = browserCaches(isFull);
  const listeners: Record<string, (event: unknown) => void> = {};
  const clock = { now: Date.parse("2018-05-21T09:00:00.000Z") };
  class Clock extends Date {
    static override now = () => clock.now;
    constructor() {
      super(clock.now);
    }
  }
  const self = {
    location: { href: `${origin}/app/offline-worker.js?build=1`, origin },
    addEventListener: (type: string, hear: (event: unknown) => void) => {
      listeners[type] = hear;
    },
  };
  const fetch = async (asked: string | { url: string }) =>
    line(new URL(typeof asked === "string" ? asked : asked.url, origin).pathname);
  const pauses: number[] = [];
  // Its pauses are for the server, and there is none.
  const setTimeout = (go: () => void, ms: number) => {
    pauses.push(ms);
    queueMicrotask(go);
  };
  const globals = { self, caches, fetch, URL, Response, Date: Clock, setTimeout, AbortSignal, Promise };
  runInNewContext(readFileSync("public/app/offline-worker.js", "utf8"), globals);
  /** What whoever opens the path sees, once all that follows from it is done. */
  const open = async (path: string, mode = "navigate"): Promise<string> => {
    let answer = Promise.resolve(Response.error());
    const follows: Promise<unknown>[] = [];
    listeners.fetch!({
      request: { url: origin + path, method: "GET", mode },
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
      waitUntil: (given: Promise<unknown>) => void follows.push(given),
    });
    const response = await answer;
    await Promise.all(follows);
    return response.type === "error" ? "nothing" : response.text();
  };
  /** A value is sent. */
  const send = () => listeners.fetch!({ request: { url: origin + fields, method: "POST" } });
  /** What a page asks of the worker, once it is done. */
  const tell = (data: Record<string, unknown>) => {
    let done: Promise<unknown> = Promise.resolve();
    listeners.message!({
      data,
      waitUntil: (given: Promise<unknown>) => {
        done = given;
      },
    });
    return done;
  };
  return { open, tell, send, clock, caches, pauses };
}

const report = "/en/spaiv/reports/THA/2017";
const fields = "/api/reports/spaiv/THA/2017/indicators";
const told = { type: "keep", base: report, fields, files: [], words: {} };
const kept = html(`data-kept-for="${session} 7200"`);
const gone = () => Promise.reject(new TypeError("no line"));

it("shows a kept page while the session goes on, and wipes it once that is over", async () => {
  let line: () => Response | Promise<Response> = () => answered(kept);
  const { open, clock, caches } = worker(() => line());
  await open(report);
  line = gone;
  clock.now += 7_199_000;
  expect(await open(report)).toContain("data-kept-at");
  // Any page of the session is a use of it.
  line = () => answered(html(`data-made-for="${session} 7200"`));
  await open("/en/spaiv/work");
  line = gone;
  clock.now += 7_199_000;
  expect(await open(report)).toContain("data-kept-at");
  clock.now += 1_000;
  expect(await open(report)).toBe("nothing");
  expect([...caches.all.keys()].filter((name) => name.startsWith("spaiv-pages"))).toEqual([]);
});

it.each([
  ["a page of another session", "/en/spaiv/work", () => answered(html(`data-made-for="${other} 7200"`))],
  ["a kept page that leads elsewhere", report, () => led()],
  ["the page to sign in", "/en/sign-in", () => answered(html(""))],
])("wipes what it keeps at %s", async (_, path, answer) => {
  let line: () => Response | Promise<Response> = () => answered(kept);
  const { open } = worker(() => line());
  await open(report);
  line = answer;
  await open(path);
  line = gone;
  expect(await open(report)).toBe("nothing");
});

/** As a browser tells a worker that a page leads elsewhere. */
function led(): Response {
  const response = new Response(null);
  const elsewhere = () => Object.defineProperty(response, "type", { value: "opaqueredirect" });
  return Object.assign(elsewhere(), { clone: elsewhere });
}

it("answers all the same where there is no room to keep anything", async () => {
  const { open } = worker((path) => (path === report ? answered(kept) : new Response("script")), true);
  expect(await open("/_next/static/a.js", "no-cors")).toBe("script");
  expect(await open(report)).toBe(kept);
});

it("fetches pages again that changed, and leaves fresh ones alone", async () => {
  const asked: string[] = [];
  const [one, other] = ["G1.1-a", "G1.2-a"].map((code) => `${report}/indicators/${code}`);
  const { tell, open, clock } = worker((path) => {
    asked.push(path);
    return answered(path === report ? `${kept}<a href="${one}"></a><a href="${other}"></a>` : `${kept}${asked.length}`);
  });
  await open(report);
  await tell({ ...told, again: false, changed: [one] });
  expect(asked).toEqual(expect.arrayContaining([one, other]));
  asked.length = 0;
  clock.now += 10_000;
  await tell({ ...told, again: true, changed: [one, "/en/spaiv/work"] });
  expect(asked).toEqual([report, fields, one, `${report}/check`]);
});

it("fetches more slowly beside somebody who opens a page or sends values", async () => {
  const { tell, open, send, clock, pauses } = worker(() => answered(kept));
  const paused = async () => {
    pauses.length = 0;
    await tell({ ...told, again: true, changed: [] });
    return Math.min(...pauses);
  };
  await open(report);
  expect(await paused()).toBe(3_000);
  clock.now += 2_000;
  expect(await paused()).toBe(100);
  send();
  expect(await paused()).toBe(3_000);
  clock.now += 15_000;
  expect(await paused()).toBe(100);
});

it("fetches one page at a time for all windows", async () => {
  let [now, most] = [0, 0];
  const { tell, open } = worker(async (path) => {
    if (path === fields) return new Response("[]");
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
    return answered(kept);
  });
  await open(report);
  most = 0;
  await Promise.all([1, 2, 3].map(() => tell({ ...told, again: true, changed: [] })));
  expect(most).toBe(1);
});

const chunk = (name: string) => `/_next/static/chunks/${name}.js`;

it("keeps what scripts load later, and what that loads in turn, also where the line went in between", async () => {
  const scripts: Record<string, string> = {
    [chunk("page")]: 'Promise.all(["static/chunks/panel.js"])',
    [chunk("panel")]: 'Promise.all(["static/chunks/page.js","static/chunks/list.js"])',
    [chunk("list")]: "what is listed",
  };
  let cut = (path: string) => path === chunk("list");
  const asked: string[] = [];
  const { tell, open } = worker((path) => {
    if (cut(path)) return gone();
    asked.push(path);
    return scripts[path] ? new Response(scripts[path]) : answered(`${kept}<script src="${chunk("page")}"></script>`);
  });
  await open(report);
  expect(asked).not.toContain(chunk("panel"));
  await tell({ ...told, again: false, changed: [] });
  cut = () => false;
  await tell({ ...told, again: false, changed: [] });
  await tell({ ...told, again: false, changed: [] });
  cut = () => true;
  expect(await open(chunk("list"), "no-cors")).toBe("what is listed");
  const fetched = asked.filter((path) => path.startsWith(chunk("").slice(0, -3)));
  expect(fetched).toEqual(["page", "panel", "list"].map(chunk));
});

it.each([
  [session, "[1]"],
  [other, undefined],
])("keeps what fields are made of for the session of the pages alone", async (key, expected) => {
  const { tell, open, caches } = worker((path) =>
    path === fields ? new Response("[1]", { headers: { "X-Kept-For": key } }) : answered(kept),
  );
  await open(report);
  await tell({ ...told, again: false, changed: [] });
  const pages = await caches.open(`spaiv-pages 1 ${session}`);
  expect(await (await pages.match(`${report}/~fields`))?.text()).toBe(expected);
});
