// The one place that says what a page may load. Plain JavaScript, for the prerender cache imports it.

const base = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
];

/**
 * For a prerendered page: its own files and exactly its own inline scripts.
 * @param {string[]} scriptHashes `'sha256-...'` of each inline script
 */
export function publicPolicy(scriptHashes) {
  return [...base, `script-src 'self' ${scriptHashes.join(" ")}`].join("; ");
}

/**
 * For a page rendered for one request.
 * @param {string} nonce a fresh random value
 */
export function noncePolicy(nonce) {
  return [...base, `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`].join("; ");
}
