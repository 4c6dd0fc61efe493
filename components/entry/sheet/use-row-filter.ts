"use client";

import { useState, useSyncExternalStore } from "react";
import { factsOf, useEntry } from "@/components/entry/state/entry-session";
import { needsAttention, type RowFacts } from "@/components/entry/state/row-facts";
import type { EntryIndicator } from "@/lib/views/entry-view";

export type RowFilter = "all" | "open" | "attention";

/** The facts of all rows, drawn anew with every change. */
export function useAllFacts(indicators: readonly EntryIndicator[]): RowFacts[] {
  const { store, dimensions } = useEntry();
  const cells = useSyncExternalStore(store.subscribe, store.all, store.all);
  return indicators.map((indicator) => factsOf(indicator, dimensions, cells[indicator.code] ?? {}));
}

/** Which rows show. A row stays once it shows, though its filter no longer holds: nothing jumps away under the hand. */
export function useRowFilter(indicators: readonly EntryIndicator[]) {
  const [filter, setFilter] = useState<{ by: RowFilter; codes: readonly string[] }>({ by: "all", codes: [] });
  const facts = useAllFacts(indicators);
  const codesOf = (by: RowFilter) =>
    indicators
      .filter((_, index) => by === "all" || (by === "open" ? !facts[index]!.isAnswered : needsAttention(facts[index]!)))
      .map(({ code }) => code);
  return {
    by: filter.by,
    counts: { all: indicators.length, open: codesOf("open").length, attention: codesOf("attention").length },
    shown: filter.by === "all" ? indicators : indicators.filter(({ code }) => filter.codes.includes(code)),
    choose: (by: RowFilter) => setFilter({ by, codes: codesOf(by) }),
  };
}
