import "server-only";

/**
 * Whether one of the site's own pages asks. Browsers say so themselves, and no page of another site can make them lie;
 * whoever is no browser has no cookie that a stranger could misuse. What says nothing at all is refused.
 */
export function isSameOrigin(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
