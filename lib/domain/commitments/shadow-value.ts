import type { IndicatorType } from "../framework/indicator";
import type { AssessableValue } from "../values/assessable-value";
import { type Rational, rational, zero } from "../values/rational";
import type { Decimal, Value } from "../values/value";

// A value of its own that an observation about an indicator carries: it is set beside the official one, and is part of no
// status, no aggregate and no file of values.

/** What it is typed as: words have no value of their own to set beside. */
export const mayBeShadowed = (type: IndicatorType): boolean => type !== "narrative";

/** How it came about is said in so many characters at most. */
export const longestMethod = 1000;

export interface ShadowFault {
  /** Only a source that hides its counts says "below 5"; and who counts few persons may tell who they are. */
  code: "notExact" | "smallCount";
  field: "number" | "numerator" | "denominator";
}

/**
 * Why a value that keeps its indicator's limits still can't be set beside the official one; null where it can.
 * @param threshold counts of persons from 1 to one below it are small
 */
export function shadowFault(value: Value, countsPersons: boolean, threshold: number): ShadowFault | null {
  if (value.kind === "censored") return { code: "notExact", field: "number" };
  if (value.kind === "ratio")
    for (const field of ["numerator", "denominator"] as const)
      if ("below" in value[field]) return { code: "notExact", field };
  const field = countsPersons ? smallCountIn(value, threshold) : null;
  return field && { code: "smallCount", field };
}

/** Whether it tells of so few persons that it isn't shown: the threshold may have risen since it was said. */
export const isSmallShadow = (value: AssessableValue, countsPersons: boolean, threshold: number): boolean =>
  countsPersons && smallCountIn(value, threshold) !== null;

/** Where a count of few persons stands, or can be worked out: those in a share, and those who are left. */
function smallCountIn(value: Value, threshold: number): ShadowFault["field"] | null {
  const isSmall = (count: Rational) => count.gt(zero) && count.lt(rational(`${threshold}`));
  const exact = (decimal: Decimal) => rational(decimal);
  if (value.kind === "number") return isSmall(exact(value.number)) ? "number" : null;
  if (value.kind !== "ratio" || !("exact" in value.numerator && "exact" in value.denominator)) return null;
  const [part, whole] = [exact(value.numerator.exact), exact(value.denominator.exact)];
  if (isSmall(whole)) return "denominator";
  return isSmall(part) || isSmall(whole.sub(part)) ? "numerator" : null;
}
