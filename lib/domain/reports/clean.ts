import { needsComment, type ValueWarning } from "../values/value-warning";

/**
 * What of a submitted indicator a person has to look at; the first that holds, in this order.
 * - `asked`: it was queried in a submission before, and what became of that is for a person to judge.
 * - `warning`: about its values, such as a large change.
 * - `changed`: it isn't as it was in the submission before, when it was approved, or when a reviewer accepted it last.
 * - `missing`: it has no total.
 * - `words`: they may say of whom they speak.
 */
export const lookCauses = ["asked", "warning", "changed", "missing", "words"] as const;
export type LookCause = (typeof lookCauses)[number];

/** A submitted indicator as far as the rule looks at it. */
export interface Submitted {
  warnings: readonly ValueWarning[];
  wasAsked: boolean;
  /** Since the submission before, the last approval or its last acceptance; false where there is none to compare with. */
  isChanged: boolean;
  /** Nothing stands in its total, or only a reason. */
  isMissing: boolean;
  hasWordsToLookAt: boolean;
  /** In a submission before, and nothing of it was changed since. */
  wasAccepted: boolean;
}

/**
 * Why an indicator isn't clean, that is, can't be accepted unseen with others; null when it is. A reason isn't taken for a
 * value unless a reviewer took it before: why a value is missing is for a person to judge.
 */
export function lookCause(submitted: Submitted): LookCause | null {
  const { warnings, wasAsked, isChanged, isMissing, hasWordsToLookAt, wasAccepted } = submitted;
  const holds: Record<LookCause, boolean> = {
    asked: wasAsked,
    warning: warnings.some(needsComment),
    changed: isChanged,
    missing: isMissing && !wasAccepted,
    words: hasWordsToLookAt && !wasAccepted,
  };
  return lookCauses.find((cause) => holds[cause]) ?? null;
}
