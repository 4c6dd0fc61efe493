import { isMeasurable, rangeOf } from "@/lib/domain/values/assessable-value";
import { roundHalfAwayFromZero } from "@/lib/domain/values/rational";
import type { Decimal, Value } from "@/lib/domain/values/value";

/** What a percentage comes to, in per cent with one digit: one number, or two ends where the numerator is censored. */
export function percentIn(value: Value | undefined): { from: Decimal; to: Decimal } | null {
  if (value?.kind !== "ratio" || !isMeasurable(value)) return null;
  const { low, high } = rangeOf(value);
  return { from: roundHalfAwayFromZero(low.mul(100), 1), to: roundHalfAwayFromZero(high.mul(100), 1) };
}
