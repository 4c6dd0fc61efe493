// Next's cache of prerendered pages, kept in memory and bounded. Plain JavaScript, for Next loads it by its path.
//
// A prerendered page can't carry a nonce, so each gets a Content-Security-Policy with the hashes of its own inline
// scripts when it enters the cache. Pages stand under their publication version: a new version is a new key, and the
// old ones fall out as the least recently used.
import { createHash } from "node:crypto";
import { publicPolicy } from "./content-security-policy.mjs";
import { entityTagOf, entityTags, pathOf } from "./entity-tags.mjs";

const MAX_BYTES = 96 * 1024 * 1024;

/** Most recently used last. One store for the process: Next makes a handler for every request. */
const store = new Map();
let bytes = 0;

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

function scriptHashes(html) {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map((match) => match[1]);
  return [...new Set(scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`))];
}

function sizeOf(value) {
  if (!value) return 64;
  const segments = value.segmentData ? [...value.segmentData.values()] : [];
  const parts = [value.html, value.rscData, value.body, value.pageData, ...segments];
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 256);
}

function drop(key) {
  const entry = store.get(key);
  if (!entry) return;
  store.delete(key);
  entityTags.delete(pathOf(key));
  bytes -= entry.size;
}

function tagged(key, value, content) {
  const etag = entityTagOf(content);
  value.headers = { ...value.headers, etag };
  entityTags.set(pathOf(key), etag);
}

export default class PrerenderCache {
  async get(key) {
    const entry = store.get(key);
    if (!entry) return null;
    store.delete(key);
    store.set(key, entry);
    return { value: entry.value, lastModified: entry.lastModified };
  }

  async set(key, value, context) {
    drop(key);
    if (value === null) return;
    if (value.kind === "APP_PAGE") {
      const html = typeof value.html === "string" ? value.html : (value.html?.toString?.() ?? "");
      value.headers = { ...value.headers, "content-security-policy": publicPolicy(scriptHashes(html)) };
      tagged(key, value, html);
    } else if (value.kind === "APP_ROUTE") tagged(key, value, value.body);
    const size = sizeOf(value);
    store.set(key, { value, lastModified: Date.now(), tags: context?.tags ?? [], size });
    bytes += size;
    for (const oldest of store.keys()) {
      if (bytes <= MAX_BYTES) break;
      drop(oldest);
    }
  }

  async revalidateTag(tags) {
    const wanted = new Set([tags].flat());
    for (const [key, entry] of store) if (entry.tags.some((tag) => wanted.has(tag))) drop(key);
  }

  resetRequestCache() {}
}
