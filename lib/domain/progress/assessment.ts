import { formatFraction, type Rational } from "../values/rational";
import type { PathValues, Verdict } from "./progress-steps";
import type { methodVersion, Status } from "./status";
import type { Trend } from "./trend";

/**
 * The letters of the formula as exact fractions (`230/1`; a percentage as a quotient: `41/50`).
 * null where one isn't known, or where a censored value leaves it open.
 */
export interface Letters {
  y: string | null;
  b: string | null;
  A: string | null;
  T: string | null;
}

/**
 * `targetOpposesDirection`: for the secretariat, the target lies on the wrong side of the baseline.
 * `mayCountTwice`: for every reader of a regional sum of persons, two countries may count the same person.
 */
export type Warning = "targetOpposesDirection" | "mayCountTwice";

/**
 * A status with everything that explains it: the step of the method that decided, the formula's letters, and the inputs.
 * Plain JSON without floats, stored with the result. The inputs are exact: never show them to who may not see the values.
 */
export interface Assessment<Inputs> extends Verdict {
  methodVersion: typeof methodVersion;
  letters: Letters;
  /** Only where there is no target. */
  trend: Trend | null;
  warnings: Warning[];
  inputs: Inputs;
}

/** The quantity that all ends of the values share, written as a fraction. */
export function commonLetter(quantities: readonly (Rational | null | undefined)[]): string | null {
  const texts = new Set(quantities.map((quantity) => (quantity ? formatFraction(quantity) : null)));
  const [only = null] = texts;
  return texts.size === 1 ? only : null;
}

/** Letter by letter, what all ends share. */
export function commonLetters(atEnds: readonly PathValues[]): Letters {
  const common = (letter: keyof PathValues) => commonLetter(atEnds.map((letters) => letters[letter]));
  return { y: common("y"), b: common("b"), A: common("A"), T: common("T") };
}

/**
 * The status that all assessments share; null where they differ, and where one couldn't be told for a censored value:
 * between two of those anything may lie.
 */
export function commonStatus(assessments: readonly Verdict[]): Status | null {
  const [first] = assessments;
  const agree = assessments.every((one) => one.status === first?.status && one.reason?.code !== "censored");
  return first && agree ? first.status : null;
}
