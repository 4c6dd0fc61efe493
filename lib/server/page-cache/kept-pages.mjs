// Prerendered pages and files, kept in memory and bounded: what Next's cache stores (prerender-cache.mjs), and what the
// front of the server answers by itself (front/kept-answer.ts). Next takes two ways through all of its routing for a page
// that is there already, writes it from a string, and compresses it each time.
// Pages stand under their results version: a new version is a new address, and old ones fall out as the least
// recently used. Plain JavaScript, for Next loads the cache by its path.
import { createHash } from "node:crypto";

/** How much is kept, in bytes; read when it is asked, for settings may be read after this file is. */
const mostBytes = () => Number(process.env.SPAIV_PAGE_CACHE_MB || 96) * 1024 * 1024;

/**
 * @typedef {object} Answer
 * @property {{ etag: string } & Record<string, string>} headers the tag weak: of the page, however it is compressed
 * @property {Buffer} body
 * @property {Map<string, Buffer>} copies the body compressed, by the name of the encoding
 * @property {number} made when: milliseconds since 1970
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
/** On the process: Next loads the cache as a module of its own, apart from the server's bundles. */
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
  letGoOldest();
}

function letGoOldest() {
  const most = mostBytes();
  for (const oldest of store.byKey.keys()) {
    if (store.bytes <= most) break;
    letGo(oldest);
  }
}

/**
 * Keeps a compressed copy with its page, as part of the page's size; nowhere, where the page was let go meanwhile.
 * @param {string} path the internal path @param {Answer} answer @param {string} encoding @param {Buffer} copy
 */
export function keepCopy(path, answer, encoding, copy) {
  const kept = store.byKey.get(store.keyOf.get(path) ?? "");
  if (kept?.answer !== answer || answer.copies.has(encoding)) return;
  answer.copies.set(encoding, copy);
  kept.size += copy.length;
  store.bytes += copy.length;
  letGoOldest();
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

/**
 * Weak, for the same page crosses in several encodings, and a strong tag would be of one of them.
 * @param {string | Buffer} content @returns {string}
 */
export const entityTagOf = (content) => `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;

/** @param {string} tag */
const opaque = (tag) => tag.trim().replace(/^W\//, "");

/**
 * Whether a reader has the page as it is now, in whatever encoding.
 * @param {string | null | undefined} ifNoneMatch the request's header
 * @param {string} etag
 */
export const isUnchanged = (ifNoneMatch, etag) =>
  (ifNoneMatch ?? "").split(",").some((each) => opaque(each) === opaque(etag));
