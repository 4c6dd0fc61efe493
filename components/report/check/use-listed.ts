import { useState } from "react";

/** What was ever listed since the page was loaded: nothing jumps away under the hand once it is done. */
export function useListed<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const [listed, setListed] = useState(items);
  const known = new Set(listed.map(keyOf));
  const added = items.filter((item) => !known.has(keyOf(item)));
  if (added.length > 0) setListed([...listed, ...added]);
  return listed;
}
