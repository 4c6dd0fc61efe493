import type { IndicatorRules, IndicatorType } from "../framework/indicator";
import { quantityRange } from "./assessable-value";
import { rational, zero } from "./rational";
import type { Decimal, Value } from "./value";

/** The limits that a definition sets for every value, part, baseline and target under it. */
interface ValueLimits {
  /** The lowest and the highest possible number; null: there is none. Both null for all types but numbers. */
  lowest: Decimal | null;
  highest: Decimal | null;
  /** A percentage's numerator may be larger than its denominator, for it isn't a part of it. */
  mayExceedHundred: boolean;
  /** What a number counts or measures, as the definition writes it. */
  unit: string | null;
}

/** All rules of an indicator version: what its values may be, and how they are judged and added up. */
export interface EntryRules extends IndicatorRules, ValueLimits {}

/** What decides whether a value may be stored and published under an indicator version. */
export type ValueRules = Pick<IndicatorRules, "type" | "decimals" | "stepCount"> & ValueLimits;

/** Which limits a type of indicator has; a definition that gives another is refused when a framework is read. */
export const legalLimits: Record<IndicatorType, { range: boolean; mayExceedHundred: boolean }> = {
  number: { range: true, mayExceedHundred: false },
  percentage: { range: false, mayExceedHundred: true },
  yesNo: { range: false, mayExceedHundred: false },
  milestone: { range: false, mayExceedHundred: false },
  narrative: { range: false, mayExceedHundred: false },
};

/** How a value breaks its indicator's limits, and at which of its quantities. */
export type LimitFault =
  | { code: "outsideLimits"; field: "number" }
  | { code: "negative"; field: "numerator" | "denominator" }
  | { code: "overHundred"; field: "numerator" }
  /** Of none, only none can be told: neither 5, nor a `<5` that leaves it open. */
  | { code: "ofNone"; field: "denominator" }
  | { code: "noSuchStep"; field: "step" };

/**
 * The one rule on limits: what a form, a file, the API, a framework or an approval hands on passes here. A censored
 * value is refused only where nothing that it can stand for would pass.
 * @returns null where the value keeps the limits
 */
export function limitFault(
  { lowest, highest, mayExceedHundred, stepCount }: Pick<ValueRules, keyof ValueLimits | "stepCount">,
  value: Value,
): LimitFault | null {
  switch (value.kind) {
    case "number":
    case "censored": {
      const { low, high } = quantityRange(value.kind === "number" ? { exact: value.number } : { below: value.below });
      const isOutside =
        (lowest !== null && high.lt(rational(lowest))) || (highest !== null && low.gt(rational(highest)));
      return isOutside ? { code: "outsideLimits", field: "number" } : null;
    }
    case "ratio": {
      const numerator = quantityRange(value.numerator);
      const denominator = quantityRange(value.denominator);
      if (numerator.low.lt(zero)) return { code: "negative", field: "numerator" };
      if (denominator.low.lt(zero)) return { code: "negative", field: "denominator" };
      if (!mayExceedHundred && numerator.low.gt(denominator.high)) return { code: "overHundred", field: "numerator" };
      const isOfNone = denominator.high.equals(zero) && !numerator.high.equals(zero);
      return isOfNone ? { code: "ofNone", field: "denominator" } : null;
    }
    case "step":
      return value.step < stepCount ? null : { code: "noSuchStep", field: "step" };
    case "yesNo":
    case "narrative":
    case "missing":
      return null;
  }
}
