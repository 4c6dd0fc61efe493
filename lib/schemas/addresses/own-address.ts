/** What says how something went that was done just before: it isn't so any more for whoever comes back. */
const outcomes: readonly string[] = ["done", "file", "reminded"];
/** As many characters as `localPath` follows. */
const longest = 2000;

/**
 * A page's own address with what narrows it, to come back to after signing in. A query that is too long is left out, so that the
 * way back to the page is never lost for it.
 * @param path the page's, with its locale
 */
export function ownAddress(path: string, query: Readonly<Record<string, string | string[] | undefined>>): string {
  const kept = Object.entries(query).flatMap(([name, value]) =>
    outcomes.includes(name) ? [] : [value ?? []].flat().map((each) => [name, each]),
  );
  const address = kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
  return address.length > longest ? path : address;
}
