import { parseCellKey, totalCell } from "@/lib/domain/framework/disaggregation";

/** What readers ask for first: how many women and men, children and adults, and in which form of exploitation. */
const askedFirst = new Set(["sex", "age", "form"]);
/** What tells a reader least: that something isn't known, or is none of what has a name. */
const askedLast = new Set(["unknown", "other"]);

function weightOf(dimension: string, category: string): number {
  if (askedLast.has(category)) return 1;
  return askedFirst.has(dimension) ? 4 : 2;
}

/**
 * What hiding a value costs its readers. It depends on where the value stands and never on what it is: a preference
 * for small or for large values would itself tell which is which.
 */
export interface CostOfHiding {
  /** How coarse the value is: 1 for the finest cell, twice as much for each dimension less, for the region, and for a total. */
  level: number;
  /** The level times how much the cell's least telling category is asked for. */
  cost: number;
}

/** @param deepest the number of dimensions of the finest cells */
export function costOfHiding(cell: string, deepest: number, isRegion: boolean): CostOfHiding {
  const categories = [...(parseCellKey(cell) ?? [])];
  const isTotal = cell === totalCell;
  // A country's total costs more than any regional cell.
  const level = 2 ** (deepest - categories.length + (isRegion ? 1 : 0) + (isTotal ? 1 : 0));
  const weight = isTotal ? 4 : Math.min(...categories.map(([dimension, category]) => weightOf(dimension, category)));
  return { level, cost: level * weight };
}
