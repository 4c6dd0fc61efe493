"use client";

import { useSyncExternalStore } from "react";
import type { ElsewhereCells } from "@/components/entry/state/elsewhere-cells";
import type { ElsewhereIndicator, EntryGoal, EntryIndicator } from "@/lib/views/entry-view";
import { useAllFacts } from "./use-row-filter";

/** The other goals as they are now: a paste or an undo may have reached them. */
export function useOtherGoalsNow(
  goals: readonly EntryGoal[],
  others: readonly ElsewhereIndicator[],
  elsewhere: ElsewhereCells,
): EntryGoal[] {
  const counted = useSyncExternalStore(elsewhere.subscribe, elsewhere.counted, elsewhere.counted);
  return goals.map((goal) => {
    const rows = others.filter((other) => other.goal === goal.code).map((other) => counted.get(other.code) ?? other);
    if (rows.length === 0) return goal;
    const answered = rows.filter(({ isAnswered }) => isAnswered).length;
    return { ...goal, answered, warnings: rows.filter(({ isWarned }) => isWarned).length };
  });
}

/** The goals as they are now: the one whose rows are here is counted anew. */
export function useGoalsNow(
  goals: readonly EntryGoal[],
  current: string,
  indicators: readonly EntryIndicator[],
): EntryGoal[] {
  const facts = useAllFacts(indicators);
  const answered = facts.filter(({ isAnswered }) => isAnswered).length;
  const warnings = facts.filter(({ isWarned }) => isWarned).length;
  return goals.map((goal) => (goal.code === current ? { ...goal, answered, warnings } : goal));
}
