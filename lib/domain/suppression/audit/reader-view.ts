import type { Bounds, System } from "../solver/whole-numbers";

/** What is known of a hidden count. */
export interface HiddenRange {
  low: number;
  high: number;
  /** n for "0 or at least n"; else 0. */
  gap: number;
}

/** Everything that a reader can know of the counts: bounds, rules between them, and one assignment that fits. */
export interface ReaderView {
  system: System;
  bounds: Bounds;
  near: Float64Array;
}

/**
 * @param near the values of the counts in the open, and values that fit for the hidden ones
 * @param knownOf what is known of each hidden count; undefined for one in the open
 */
export function readerView(
  system: Omit<System, "gaps">,
  near: Float64Array,
  knownOf: (count: number) => HiddenRange | undefined,
): ReaderView {
  const bounds: Bounds = { low: near.slice(), high: near.slice() };
  const gaps = new Array<number>(near.length).fill(0);
  for (let count = 0; count < near.length; count++) {
    const known = knownOf(count);
    if (!known) continue;
    bounds.low[count] = known.low;
    bounds.high[count] = known.high;
    gaps[count] = known.gap;
  }
  return { system: { ...system, gaps }, bounds, near };
}
