"use client";

import { useCounted } from "@/components/entry/state/use-counted";
import type { EntryGoal, EntryIndicator } from "@/lib/views/entry-view";

/** The goals, counted as they are now. */
export const useGoalsNow = (goals: readonly EntryGoal[], indicators: readonly EntryIndicator[]): EntryGoal[] =>
  useCounted(indicators, (facts) =>
    goals.map((goal) => {
      const own = facts.filter((_, at) => indicators[at]!.goal === goal.code);
      const answered = own.filter(({ isAnswered }) => isAnswered).length;
      return { ...goal, answered, warnings: own.filter(({ isWarned }) => isWarned).length };
    }),
  );
