import { type Rational, rational, zero } from "@/lib/domain/rational";
import type { Breakdown } from "./indicator-view";
import type { PublicFigure } from "./public-figure";

export interface LargestGroup {
  category: string;
  /** Countries in which it is the largest, of those for which the public figures tell which one is. */
  count: number;
  of: number;
}

/**
 * The category that is the largest in more than half of the countries that tell; null where there is none, where fewer
 * than two countries tell, and where several dimensions cross.
 */
export function largestGroup({ dimensions, columns, rows }: Breakdown): LargestGroup | null {
  if (dimensions.length !== 1) return null;
  const largest = rows.flatMap(({ figures, total }) => largestOf(figures, total) ?? []);
  const counts = columns.map((_, index) => largest.filter((each) => each === index).length);
  const count = Math.max(0, ...counts);
  if (largest.length < 2 || 2 * count <= largest.length) return null;
  return { category: columns[counts.indexOf(count)]?.categories[0] ?? "", count, of: largest.length };
}

/** Beside figures that don't show, only one that is more than half of the total is the largest for certain. */
function largestOf(figures: readonly PublicFigure[], total: PublicFigure): number | null {
  const numbers = figures.map(numberOf);
  const known = numbers.flatMap((number) => number ?? []);
  const top = known.reduce((most, number) => (number.gt(most) ? number : most), zero);
  const isTop = (number: Rational | null) => number?.equals(top) ?? false;
  if (top.equals(0) || numbers.filter(isTop).length !== 1) return null;
  const whole = numberOf(total);
  const isCertain = known.length === numbers.length || (whole !== null && top.mul(2).gt(whole));
  return isCertain ? numbers.findIndex(isTop) : null;
}

const numberOf = (shown: PublicFigure): Rational | null =>
  shown.mark === "shown" && shown.figure.kind === "number" ? rational(shown.figure.number) : null;
