"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { factsOf, useEntry } from "./entry-session";
import type { RowFacts } from "./row-facts";

/**
 * What is counted over rows as they were a moment ago. Each letter changes the facts of one of them, but hardly ever a
 * count: only then is anything drawn anew, and after the letter itself.
 * @param count gives plain data
 */
export function useCounted<T>(indicators: readonly EntryIndicator[], count: (facts: RowFacts[]) => T): T {
  const { store, dimensions } = useEntry();
  const read = () => {
    const cells = store.settled();
    return JSON.stringify(count(indicators.map((each) => factsOf(each, dimensions, cells[each.code] ?? {}))));
  };
  const counted = useSyncExternalStore(store.subscribeSettled, read, read);
  return useMemo(() => JSON.parse(counted) as T, [counted]);
}
