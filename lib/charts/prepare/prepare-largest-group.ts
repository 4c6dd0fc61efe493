import { type Rational, rational, sum, zero } from "@/lib/domain/values/rational";
import type { Breakdown } from "@/lib/views/indicator-view";
import type { PublicValue } from "@/lib/views/public-value";

interface LargestGroup {
  category: string;
  /** Countries in which it is the largest, of those for which the public values tell which one is. */
  count: number;
  of: number;
}

/**
 * The category that is the largest in more than half of the countries that tell; null where there is none, where fewer
 * than two countries tell, and where several dimensions cross.
 */
export function largestGroup({ dimensions, columns, rows }: Breakdown): LargestGroup | null {
  if (dimensions.length !== 1) return null;
  const largest = rows.flatMap(({ values, total }) => largestOf(values, total) ?? []);
  const counts = columns.map((_, index) => largest.filter((each) => each === index).length);
  const count = Math.max(0, ...counts);
  if (largest.length < 2 || 2 * count <= largest.length) return null;
  return { category: columns[counts.indexOf(count)]?.categories[0] ?? "", count, of: largest.length };
}

/** What a value can be: of what isn't known, anything. */
interface Range {
  low: Rational;
  high: Rational | null;
}

/**
 * The category that is the largest whatever the values that don't show are: a small one lies within its bounds, and what
 * is hidden or missing holds at most what the total leaves. null where another could be as large.
 */
function largestOf(values: readonly PublicValue[], total: PublicValue): number | null {
  const ranges = narrowed(values, numberOf(total));
  const top = ranges.findIndex(({ low }, index) =>
    ranges.every(({ high }, other) => other === index || (high !== null && low.gt(high))),
  );
  return ranges[top]?.low.gt(zero) ? top : null;
}

/** With what the total says of the values, unless they come to more than it. */
function narrowed(values: readonly PublicValue[], whole: Rational | null): Range[] {
  const ranges = values.map(rangeOf);
  const rest = whole?.sub(sum(ranges.map(({ low }) => low)));
  if (!whole || !rest || rest.lt(zero)) return ranges;
  const open = ranges.filter(({ high }) => high === null).length;
  const most = sum(ranges.map(({ low, high }) => high ?? low));
  // The only one that isn't known at all holds what the others can't; one that is missing may not be there.
  const left = open === 1 && values.every(({ state }) => state !== "missing") ? whole.sub(most) : zero;
  // Nobody knows whose those are that no part can hold.
  const stray = open === 0 && most.lt(whole) ? whole.sub(most) : zero;
  return ranges.map(({ low, high }) =>
    high === null ? { low: left.gt(low) ? left : low, high: low.add(rest) } : { low, high: high.add(stray) },
  );
}

function rangeOf(shown: PublicValue): Range {
  const exact = numberOf(shown);
  if (exact !== null) return { low: exact, high: exact };
  if (shown.state === "small") return { low: rational(shown.from ?? 0), high: rational(shown.below - 1) };
  return { low: zero, high: null };
}

const numberOf = (shown: PublicValue): Rational | null =>
  shown.state === "shown" && shown.value.kind === "number" ? rational(shown.value.number) : null;
