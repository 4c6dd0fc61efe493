import type { AssessableValue, TargetValue } from "@/lib/domain/values/assessable-value";
import { parseFraction, rational } from "@/lib/domain/values/rational";

// Where a value stands on an axis. Drawing is the one place where a float will do; nothing is decided by it.

/** A percentage in per cent, yes as 1 and no as 0, a milestone by its step; null for what has no one place. */
export function plotValue(value: AssessableValue): number | null {
  switch (value.kind) {
    case "number":
      return Number(value.number);
    case "censored":
      return null;
    case "ratio": {
      const { numerator, denominator } = value;
      if (!("exact" in numerator && "exact" in denominator) || rational(denominator.exact).equals(0)) return null;
      return rational(numerator.exact).div(rational(denominator.exact)).mul(100).valueOf();
    }
    case "yesNo":
      return value.yes ? 1 : 0;
    case "step":
      return value.step;
  }
}

export function plotTarget(target: TargetValue): number {
  return plotValue(target)!;
}

/** A letter of the formula: an exact fraction, a quotient where the indicator is a percentage. */
export function plotLetter(letter: string, isPercentage: boolean): number {
  const value = parseFraction(letter);
  return (isPercentage ? value.mul(100) : value).valueOf();
}
