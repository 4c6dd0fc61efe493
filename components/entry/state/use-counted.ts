"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { factsOf, useEntry } from "./entry-session";
import type { EntryStore } from "./entry-store";
import type { RowFacts } from "./row-facts";

type Count<T> = (facts: RowFacts[]) => T;

/**
 * What is counted over rows as they were a moment ago. Each letter changes the facts of one of them, but hardly ever a
 * count: only then is anything drawn anew, and after the letter itself.
 * @param count gives plain data
 */
export function useCounted<T>(indicators: readonly EntryIndicator[], count: Count<T>): T {
  const { store } = useEntry();
  return useCount(indicators, count, store.subscribeSettled, store.settled);
}

/** The same of rows as they are now, for what must be true at once, such as whether anything waits to be saved. */
export function useCountedNow<T>(indicators: readonly EntryIndicator[], count: Count<T>): T {
  const { store } = useEntry();
  return useCount(indicators, count, store.subscribe, store.all);
}

function useCount<T>(
  indicators: readonly EntryIndicator[],
  count: Count<T>,
  subscribe: EntryStore["subscribe"],
  all: EntryStore["all"],
): T {
  const { dimensions } = useEntry();
  const read = () => {
    const cells = all();
    return JSON.stringify(count(indicators.map((each) => factsOf(each, dimensions, cells[each.code] ?? {}))));
  };
  const counted = useSyncExternalStore(subscribe, read, read);
  return useMemo(() => JSON.parse(counted) as T, [counted]);
}
