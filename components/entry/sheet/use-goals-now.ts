"use client";

import type { EntryGoal, EntryIndicator } from "@/lib/views/entry-view";
import { useAllFacts } from "./use-shown-rows";

/** The goals, counted as they are now. */
export function useGoalsNow(goals: readonly EntryGoal[], indicators: readonly EntryIndicator[]): EntryGoal[] {
  const facts = useAllFacts(indicators);
  return goals.map((goal) => {
    const own = facts.filter((_, at) => indicators[at]!.goal === goal.code);
    const answered = own.filter(({ isAnswered }) => isAnswered).length;
    return { ...goal, answered, warnings: own.filter(({ isWarned }) => isWarned).length };
  });
}
