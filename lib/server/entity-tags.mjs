// Entity tags of the prerendered pages in this process, so that the proxy answers a reader who has the page already
// with 304 before anything is rendered. Next would work each tag out again at every request, a tenth of its time.
// Plain JavaScript, for the prerender cache imports it.
import { createHash } from "node:crypto";

const shared = Symbol.for("spaiv.entityTags");
globalThis[shared] ??= new Map();

/**
 * By the page's internal path, `/results/17/en/spaiv`. On the process: Next loads the cache as a module of its own, apart
 * from the proxy's bundle.
 * @type {Map<string, string>}
 */
export const entityTags = globalThis[shared];

/** The internal path of a cached page, which Next puts behind words of its own. @param {string} key */
export const pathOf = (key) => key.slice(Math.max(0, key.indexOf("/results/")));

/** @param {string | Buffer} content @returns {string} a strong tag, in quotes */
export function entityTagOf(content) {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
}

/**
 * Whether a reader has this page as it is now. A tag that a compressing server in between made weak still counts.
 * @param {string | null} ifNoneMatch the request's header
 * @param {string} path the page's internal path
 * @returns {string | null} the tag to answer with
 */
export function unchangedTag(ifNoneMatch, path) {
  const tag = ifNoneMatch && entityTags.get(path);
  return tag && ifNoneMatch.split(",").some((each) => each.trim().replace(/^W\//, "") === tag) ? tag : null;
}
