import type { Direction } from "../framework/indicator";
import { type Rational, rational, roundHalfAwayFromZero } from "../values/rational";
import type { Decimal } from "../values/value";
import type { NotAssessedReason, Status } from "./status";

/** Letters as in the published method. All four are on one scale: a number, a quotient, a step, or a count of countries. */
export interface PathValues {
  /** The approved value. */
  y: Rational;
  /** The baseline. */
  b: Rational | null;
  /** The planned value at the period's end. */
  A: Rational | null;
  /** The end-of-plan target. */
  T: Rational;
}

/** The step of the method that decided. Step 1 names what can't be assessed; yes/no in a country has a rule of its own. */
export type MethodStep = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "yesNo";

export interface Verdict {
  status: Status;
  step: MethodStep;
  /** Only for "not assessed". */
  reason: NotAssessedReason | null;
  /** The share of the planned distance that was covered, rounded to 6 places; null where the deciding step has none. */
  R: Decimal | null;
}

const onTrackFrom = rational("0.95");
const accelerationFrom = rational("0.60");

/**
 * Steps 2 to 7 of method 1.0, in their order.
 * @param ended whether the period's end has reached the day of the end-of-plan target.
 */
export function judgeByPath({ y, b, A, T }: PathValues, direction: Direction, ended: boolean): Verdict {
  const isAsGoodAs = comparison(direction);
  const isBetterThan = (left: Rational, right: Rational) => !isAsGoodAs(right, left);

  // A floor or ceiling to keep: the end-of-plan target asks for nothing beyond the baseline.
  if (b !== null && isAsGoodAs(b, T)) return verdict(isAsGoodAs(y, T) ? "maintained" : "movingAway", "2");
  if (isAsGoodAs(y, T)) return verdict("achieved", "3");
  // From the end on, the planned value is the target itself.
  if (ended) return verdict("missed", "4", b && progressRatio(y, b, T));
  if (b === null || A === null) return notAssessed({ code: "noBaseline", args: {} }, "5");
  // Flat or dipping here: there is no distance to measure progress against.
  if (!isBetterThan(A, b)) return verdict(isAsGoodAs(y, A) ? "onTrack" : "movingAway", "6");
  const R = progressRatio(y, b, A);
  return verdict(statusOfRatio(rational(R)), "7", R);
}

/**
 * The rule for yes/no in a country, in place of steps 2 to 7; it needs no baseline. 1 is yes, 0 is no.
 * @param ended whether the period's end has reached the day of the end-of-plan target.
 */
export function judgeYesNo({ y, b, T }: PathValues, ended: boolean): Verdict {
  const wasThereFromTheStart = b?.equals(T) ?? false;
  if (y.equals(T)) return verdict(wasThereFromTheStart ? "maintained" : "achieved", "yesNo");
  if (wasThereFromTheStart) return verdict("movingAway", "yesNo");
  return verdict(ended ? "missed" : "pending", "yesNo");
}

/** The end-of-plan target lies on the wrong side of the baseline, or yes/no wants the answer that its direction doesn't. */
export function targetOpposesDirection(
  { b, T }: Pick<PathValues, "b" | "T">,
  direction: Direction,
  isYesNo: boolean,
): boolean {
  if (isYesNo) return T.equals(direction === "increase" ? 0 : 1);
  return b !== null && !comparison(direction)(T, b);
}

/**
 * One verdict out of those at all ends of what a censored quantity may stand for: the common one, or "not assessed".
 * Between the ends nothing else can come out: with the other quantities held, a growing value runs through the statuses
 * one way only, and so does a growing baseline. R shows only if it is the same at all ends.
 */
export function commonVerdict(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce(commonOf);
}

function commonOf(one: Verdict, other: Verdict): Verdict {
  if (one.status !== other.status) return notAssessed({ code: "censored", args: {} });
  return one.R === other.R ? one : { ...one, R: null };
}

/** Step 1: the verdict for what can't be assessed. */
export function notAssessed(reason: NotAssessedReason, step: MethodStep = "1"): Verdict {
  return { status: "notAssessed", step, reason, R: null };
}

/**
 * `left` is at least as good as `right`: d(left - right) >= 0.
 * @throws RangeError for a neutral indicator, which step 1 must have sorted out.
 */
function comparison(direction: Direction): (left: Rational, right: Rational) => boolean {
  if (direction === "neutral") throw new RangeError("a neutral indicator knows no better or worse");
  return (left, right) => (direction === "increase" ? left.gte(right) : left.lte(right));
}

/** Progress is measured from the baseline, not from zero: a unit that starts high has less road left. */
function progressRatio(y: Rational, b: Rational, A: Rational): Decimal {
  return roundHalfAwayFromZero(y.sub(b).div(A.sub(b)), 6);
}

/** The rounded ratio is compared, so that what a page prints and what it says always agree. */
function statusOfRatio(R: Rational): Status {
  if (R.gte(onTrackFrom)) return "onTrack";
  if (R.gte(accelerationFrom)) return "accelerationNeeded";
  return R.gte(0) ? "limitedProgress" : "movingAway";
}

function verdict(status: Status, step: MethodStep, R: Decimal | null = null): Verdict {
  return { status, step, reason: null, R };
}
