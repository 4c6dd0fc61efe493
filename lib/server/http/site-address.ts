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
