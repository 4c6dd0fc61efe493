"use client";

import { useCallback, useState } from "react";
import type { SavedAnswers } from "./saved-answers";

/** Who answered an indicator since the page was opened, and whose answer it shows now, by code. */
export type Arrived = Readonly<Record<string, string>>;

/** @param by who answered those that were learned, as far as it was somebody else; of the others nobody's answer shows */
export const arrivedAfter = (arrived: Arrived, learned: readonly string[], by: Arrived): Arrived =>
  learned.length === 0
    ? arrived
    : Object.fromEntries([
        ...Object.entries(arrived).filter(([code]) => !learned.includes(code)),
        ...learned.flatMap((code) => (by[code] === undefined ? [] : [[code, by[code]]])),
      ]);

/** Whose answers arrived: whatever the page learns else in their place, as with an act of its own, isn't theirs. */
export function useArrived({ learn: take }: SavedAnswers): {
  arrived: Arrived;
  learn: (...learned: [...Parameters<SavedAnswers["learn"]>, by?: Arrived]) => ReturnType<SavedAnswers["learn"]>;
} {
  const [arrived, setArrived] = useState<Arrived>({});
  const learn = useCallback(
    (...[present, known, by = {}]: [...Parameters<SavedAnswers["learn"]>, by?: Arrived]) => {
      const result = take(present, known);
      setArrived((arrived) => arrivedAfter(arrived, result.learned, by));
      return result;
    },
    [take],
  );
  return { arrived, learn };
}
