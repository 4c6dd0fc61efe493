// Next's cache of prerendered pages. Plain JavaScript, for Next loads it by its path.
//
// A prerendered page can't carry a nonce, so each gets a Content-Security-Policy with the hashes of its own inline
// scripts when it enters the cache.
import { createHash } from "node:crypto";
import { compactHtml } from "./compact-html.mjs";
import { publicPolicy } from "./content-security-policy.mjs";
import { entityTagOf, findKept, keep, letGo, letGoTagged } from "./kept-pages.mjs";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

function scriptHashes(html) {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map((match) => match[1]);
  return [...new Set(scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`))];
}

function sizeOf(value, body) {
  // Headers and the policy are small, but there are many pages.
  const segments = value.segmentData ? [...value.segmentData.values()] : [];
  return [body, value.rscData, ...segments].reduce((sum, part) => sum + (part?.length ?? 0), 4096);
}

/** What the front answers: no header that is Next's own business. */
function answerOf({ kind, headers }, body, made) {
  const own = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith("x-next")));
  const type = kind === "APP_PAGE" ? { "content-type": "text/html; charset=utf-8" } : {};
  return { headers: { ...type, ...own }, body, copies: new Map(), made };
}

export default class PrerenderCache {
  async get(key) {
    const kept = findKept(key);
    if (!kept) return null;
    const { value, lastModified, body } = kept;
    // Rarely asked for: the front answers what is kept, but for what the browser's script reads.
    return { value: value.kind === "APP_PAGE" ? { ...value, html: body.toString() } : value, lastModified };
  }

  async set(key, value, context) {
    letGo(key);
    if (value?.kind !== "APP_PAGE" && value?.kind !== "APP_ROUTE") return;
    // What isn't there, or couldn't be made just now, may be a moment later; and nobody fills the memory with addresses of
    // nothing.
    if ((value.status ?? 200) !== 200) return;
    const isPage = value.kind === "APP_PAGE";
    const made = isPage ? (typeof value.html === "string" ? value.html : (value.html?.toString?.() ?? "")) : "";
    const html = compactHtml(made);
    const body = isPage ? Buffer.from(html) : Buffer.from(value.body);
    const policy = isPage ? { "content-security-policy": publicPolicy(scriptHashes(html)) } : {};
    // What Next hands over is what it sends the first time.
    if (isPage) value.html = html;
    value.headers = { ...value.headers, ...policy, etag: entityTagOf(body) };
    const lastModified = Date.now();
    keep(key, {
      value: isPage ? { ...value, html: null } : { ...value, body },
      lastModified,
      tags: context?.tags ?? [],
      size: sizeOf(value, body),
      body,
      answer: answerOf(value, body, lastModified),
    });
  }

  async revalidateTag(tags) {
    letGoTagged(new Set([tags].flat()));
  }

  resetRequestCache() {}
}
