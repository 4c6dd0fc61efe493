const SOMEWHERE = "http://local.invalid";

/**
 * A path on this site, as it may be followed after signing in; null for anything that a browser would take elsewhere
 * (`//host`, `/\host`, a scheme, control characters that browsers drop) or that isn't a page.
 */
export function localPath(from: unknown): string | null {
  if (typeof from !== "string" || from.length > 2000) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  if (!/^\/(?![/\\])/.test(from) || /[\\\u0000-\u001f\u007f]/.test(from)) return null;
  if (!URL.canParse(from, SOMEWHERE)) return null;
  const url = new URL(from, SOMEWHERE);
  // `/./` and `/../` are taken out above, and may have left `//host` behind.
  if (url.origin !== SOMEWHERE || url.pathname.startsWith("//")) return null;
  if (/^\/(api|_next)\//.test(url.pathname) || /^\/[a-z]{2}\/sign-(in|out)\b/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}
