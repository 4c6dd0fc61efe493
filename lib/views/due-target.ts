import type { TargetValue } from "@/lib/domain/values/assessable-value";
import { type Scale, targetText, type Wording } from "./public-value";
import type { ResultsPeriod } from "./results-plan";

/** What a unit means to reach by the end of a period. */
export interface DueTarget {
  value: TargetValue;
  /** The period that the target belongs to where that is another one: the next with a target, else the last. */
  by: ResultsPeriod | null;
}

export interface TargetWords extends Wording {
  /** "Yes by 2018". */
  targetBy: (target: string, by: ResultsPeriod) => string;
}

/** The target, with the period that it belongs to where that isn't the one that is shown. */
export function dueTargetText({ value, by }: DueTarget, scale: Scale, words: TargetWords): string {
  const text = targetText(value, scale, words);
  return by ? words.targetBy(text, by) : text;
}
