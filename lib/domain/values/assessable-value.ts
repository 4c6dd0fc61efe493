import { type IndicatorType, valueKindsOf } from "@/lib/domain/framework/indicator";
import { one, type Rational, rational, zero } from "./rational";
import type { Quantity, Value } from "./value";

/** A value that can be judged: neither missing nor words. */
export type AssessableValue = Exclude<Value, { kind: "missing" | "narrative" }>;

/** What a unit means to reach. The target of a percentage is a number in per cent: 82 for 82%. */
export type TargetValue = Extract<Value, { kind: "number" | "yesNo" | "step" }>;

/** Everything from `low` to `high`; the two are equal where the value is exact. */
export interface Range {
  low: Rational;
  high: Rational;
}

export function isAssessableValue(value: Value): value is AssessableValue {
  return value.kind !== "missing" && value.kind !== "narrative";
}

/** A censored quantity is anything from 0 to one below its bound: UNODC's `<5` doesn't rule out 0. */
export function quantityRange(quantity: Quantity): Range {
  if ("below" in quantity) return { low: zero, high: rational(quantity.below - 1) };
  const exact = rational(quantity.exact);
  return { low: exact, high: exact };
}

/** `0 of 0`: there were no cases. Nothing can be divided by a denominator of 0, whatever stands above it. */
export function hasNoCases(value: AssessableValue): boolean {
  return value.kind === "ratio" && "exact" in value.denominator && rational(value.denominator.exact).equals(zero);
}

/** The two ends of a censored denominator include "no cases", so such a percentage can never be judged. */
export function hasCensoredDenominator(value: AssessableValue): boolean {
  return value.kind === "ratio" && "below" in value.denominator;
}

/** Whether the value is a quantity at all; a percentage isn't without an exact denominator above 0. */
export function isMeasurable(value: AssessableValue): boolean {
  return !hasNoCases(value) && !hasCensoredDenominator(value);
}

/**
 * The value as a quantity on the indicator's scale: a number, a quotient (0.82 for 82%), a step, or 1 for yes and 0 for no.
 * @throws RangeError for what `isMeasurable` refuses.
 */
export function rangeOf(value: AssessableValue): Range {
  switch (value.kind) {
    case "number":
      return quantityRange({ exact: value.number });
    case "censored":
      return quantityRange({ below: value.below });
    case "ratio": {
      if (hasNoCases(value) || "below" in value.denominator) throw new RangeError("no denominator to divide by");
      const denominator = rational(value.denominator.exact);
      const { low, high } = quantityRange(value.numerator);
      return { low: low.div(denominator), high: high.div(denominator) };
    }
    case "yesNo":
      return exactly(value.yes ? one : zero);
    case "step":
      return exactly(rational(value.step));
  }
}

/** The one quantity of an exact value, the two ends of a censored one; none for what isn't measurable. */
export function endsOf(value: AssessableValue | null | undefined): Rational[] {
  if (!value || !isMeasurable(value)) return [];
  const { low, high } = rangeOf(value);
  return low.equals(high) ? [low] : [low, high];
}

function exactly(value: Rational): Range {
  return { low: value, high: value };
}

/** The target on the same scale. */
export function targetOf(type: IndicatorType, target: TargetValue): Rational {
  const { low } = rangeOf(target);
  return type === "percentage" ? low.div(100) : low;
}

const targetKind: Record<IndicatorType, TargetValue["kind"] | null> = {
  number: "number",
  percentage: "number",
  yesNo: "yesNo",
  milestone: "step",
  narrative: null,
};

/** Whether value and target are of the kinds that the type takes; a definition may change its type between versions. */
export function valueFits(type: IndicatorType, value: AssessableValue): boolean {
  return valueKindsOf[type].includes(value.kind);
}

export function targetFits(type: IndicatorType, target: TargetValue): boolean {
  return target.kind === targetKind[type];
}
