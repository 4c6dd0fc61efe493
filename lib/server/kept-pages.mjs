// Prerendered pages and files, kept in memory and bounded: what Next's cache stores (prerender-cache.mjs), and what the
// proxy answers by itself. Next takes a second way through all of its routing for a page that is there already, and
// writes it from a string, which costs three times what the bytes do.
// Pages stand under their publication version: a new version is a new address, and old ones fall out as the least
// recently used. Plain JavaScript, for Next loads the cache by its path.
import { createHash } from "node:crypto";

const MAX_BYTES = 96 * 1024 * 1024;

/**
 * @typedef {object} Answer
 * @property {{ etag: string } & Record<string, string>} headers the tag strong, in quotes
 * @property {Buffer} body
 *
 * @typedef {object} Kept
 * @property {object} value as Next gave it, but for the content of a page, which stands in `body`
 * @property {number} lastModified
 * @property {string[]} tags
 * @property {number} size bytes
 * @property {Buffer} body of the page or file
 * @property {Answer | null} answer null where there is nothing: that stays Next's to say
 */

const shared = Symbol.for("spaiv.keptPages");
/** On the process: Next loads the cache as a module of its own, apart from the proxy's bundle. */
globalThis[shared] ??= { byKey: new Map(), keyOf: new Map(), bytes: 0 };
/** @type {{ byKey: Map<string, Kept>, keyOf: Map<string, string>, bytes: number }} `byKey`: most recently used last */
const store = globalThis[shared];

/** The internal path of a kept page, `/results/17/en/spaiv`; Next puts words of its own before it. @param {string} key */
const pathOf = (key) => key.slice(Math.max(0, key.indexOf("/results/")));

/** @param {string} key as Next names it @returns {Kept | undefined} */
export function findKept(key) {
  const kept = store.byKey.get(key);
  if (!kept) return undefined;
  store.byKey.delete(key);
  store.byKey.set(key, kept);
  return kept;
}

/** Puts it in the place of what was kept under this key, and lets go of the least recently used. @param {string} key @param {Kept} kept */
export function keep(key, kept) {
  letGo(key);
  store.byKey.set(key, kept);
  store.keyOf.set(pathOf(key), key);
  store.bytes += kept.size;
  for (const oldest of store.byKey.keys()) {
    if (store.bytes <= MAX_BYTES) break;
    letGo(oldest);
  }
}

/** @param {string} key */
export function letGo(key) {
  const kept = store.byKey.get(key);
  if (!kept) return;
  store.byKey.delete(key);
  store.keyOf.delete(pathOf(key));
  store.bytes -= kept.size;
}

/** @param {ReadonlySet<string>} tags */
export function letGoTagged(tags) {
  for (const [key, kept] of store.byKey) if (kept.tags.some((tag) => tags.has(tag))) letGo(key);
}

/** @param {string} path the internal path @returns {Answer | null} */
export function keptAnswer(path) {
  const key = store.keyOf.get(path);
  return key === undefined ? null : (findKept(key)?.answer ?? null);
}

/** @param {string | Buffer} content @returns {string} */
export const entityTagOf = (content) => `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;

/**
 * Whether a reader has the page as it is now. A tag that a compressing server in between made weak still counts.
 * @param {string | null} ifNoneMatch the request's header
 * @param {string} etag
 */
export const isUnchanged = (ifNoneMatch, etag) =>
  (ifNoneMatch ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
