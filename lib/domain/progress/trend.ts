import type { Range } from "../values/assessable-value";

/** Where a value went since the one before, when there is no target to say whether that is good. */
export type Trend = "up" | "down" | "flat";

/** Compares two values on one scale; null where a censored one leaves it open. */
export function trendBetween(previous: Range, present: Range): Trend | null {
  if (present.low.gt(previous.high)) return "up";
  if (present.high.lt(previous.low)) return "down";
  const bothExact = present.low.equals(present.high) && previous.low.equals(previous.high);
  return bothExact ? "flat" : null;
}
