import "server-only";

/** Under which pages find the address that was typed, where it isn't the site's. */
export const otherAddressHeader = "x-spaiv-other-address";

/**
 * A page's public address, whole where the site's own is configured, else the path alone: what is prerendered belongs to
 * no request that could tell.
 */
export function siteAddress(path: string): string {
  const site = process.env.NEXTAUTH_URL;
  return site ? new URL(path, site).href : path;
}

/**
 * Where the site is for whoever sent a request with these headers: NEXTAUTH_URL's, or the address that they asked, for
 * `settleForwardedHeaders` saw to it. Null where they say none.
 */
export function siteOf(headers: Headers): URL | null {
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "";
  const protocol = headers.get("x-forwarded-proto")?.split(",")[0]?.trim() ?? "http";
  const address = `${protocol}://${host}`;
  return URL.canParse(address) ? new URL(address) : null;
}

/** The whole public address of a page, for whoever asks now. */
export function siteAddressFor(headers: Headers, path: string): string {
  const site = siteOf(headers);
  return site ? new URL(path, site).href : siteAddress(path);
}
