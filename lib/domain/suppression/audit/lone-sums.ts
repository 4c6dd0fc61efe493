import type { LinearRule } from "../solver/whole-numbers";

interface Range {
  low: number;
  high: number;
}

/** What is known of a count, and what must stay possible of it: see `Promised`. Neither for a count in the open. */
export interface LoneCount {
  range: Range;
  below: number | null;
}

/** From the lowest to the highest that parts minus total can be. */
function balanceRange({ counts, signs }: LinearRule, rangeOf: (count: number) => Range): Range {
  let low = 0;
  let high = 0;
  for (const [term, count] of counts.entries()) {
    const range = rangeOf(count);
    low += signs[term]! > 0 ? range.low : -range.high;
    high += signs[term]! > 0 ? range.high : -range.low;
  }
  return { low, high };
}

/**
 * Whether the sum can be true, as far as it tells by itself. Real tables have sums that don't hold, or not together with
 * others, but that a reader may believe one by one. Of 9 + `<5` = 10 they would say that the `<5` is 1. That matters even
 * where it is 3 and the sum is wrong: who knows these rules would learn from the open 9 that it isn't 1, for then the sum
 * would hold and the 9 would be hidden.
 */
export function isCredible(sum: LinearRule, rangeOf: (count: number) => Range): boolean {
  const { low, high } = balanceRange(sum, rangeOf);
  return low <= 0 && high >= 0;
}

/** Whether a reader who believes this sum, and nothing else, learns what they must not. */
export function isTelling(sum: LinearRule, countOf: (count: number) => LoneCount): boolean {
  const rangeOf = (count: number) => countOf(count).range;
  const all = balanceRange(sum, rangeOf);
  if (all.low > 0 || all.high < 0) return false;
  return sum.counts.some((count, term) => {
    const { range, below } = countOf(count);
    if (below === null) return false;
    const isPart = sum.signs[term]! > 0;
    const low = Math.max(range.low, isPart ? range.high - all.high : range.low + all.low);
    const high = Math.min(range.high, isPart ? range.low - all.low : range.high + all.high);
    return below === 0 ? low >= high : low > 1 || high < below - 1;
  });
}
