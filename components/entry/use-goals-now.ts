"use client";

import { needsComment } from "@/lib/domain/value-warning";
import type { EntryGoal, EntryIndicator } from "@/lib/schemas/entry-view";
import { useAllFacts } from "./use-row-filter";

/** The goals as they are now: the one whose rows are here counted anew, the others as the page was made. */
export function useGoalsNow(
  goals: readonly EntryGoal[],
  current: string,
  indicators: readonly EntryIndicator[],
): EntryGoal[] {
  const facts = useAllFacts(indicators);
  const answered = facts.filter(({ isAnswered }) => isAnswered).length;
  const warnings = facts.filter((fact) => fact.warnings.some(needsComment)).length;
  return goals.map((goal) => (goal.code === current ? { ...goal, answered, warnings } : goal));
}
