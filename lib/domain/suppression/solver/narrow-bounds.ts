import type { Bounds, Effort, LinearRule, System } from "./whole-numbers";

/** Narrows the bounds of one count, in place, stepping over its gap. @returns false if nothing is left between them */
export function tighten(system: System, { low, high }: Bounds, count: number, from: number, to: number): boolean {
  const gap = system.gaps[count]!;
  let lower = Math.max(low[count]!, from);
  let upper = Math.min(high[count]!, to);
  if (gap > 0 && lower > 0 && lower < gap) lower = gap;
  if (gap > 0 && upper > 0 && upper < gap) upper = 0;
  low[count] = lower;
  high[count] = upper;
  return lower <= upper;
}

/**
 * What one rule says of each of its counts, given the bounds of the others.
 * @returns the counts that changed, or null for a contradiction
 */
function applyRule(system: System, bounds: Bounds, { counts, signs, least, most }: LinearRule): number[] | null {
  const { low, high } = bounds;
  let lowest = 0;
  let highest = 0;
  for (let term = 0; term < counts.length; term++) {
    const count = counts[term]!;
    lowest += signs[term]! > 0 ? low[count]! : -high[count]!;
    highest += signs[term]! > 0 ? high[count]! : -low[count]!;
  }
  if (lowest > most || highest < least) return null;
  const changed: number[] = [];
  for (let term = 0; term < counts.length; term++) {
    const count = counts[term]!;
    const lower = low[count]!;
    const upper = high[count]!;
    if (lower === upper) continue;
    const isAdded = signs[term]! > 0;
    const from = least - highest + (isAdded ? upper : -lower);
    const to = most - lowest + (isAdded ? lower : -upper);
    if (!tighten(system, bounds, count, isAdded ? from : -to, isAdded ? to : -from)) return null;
    if (low[count] !== lower || high[count] !== upper) changed.push(count);
  }
  return changed;
}

/**
 * The last member that can still be small must be.
 * @returns the counts that changed, or null if none can be small
 */
function applySomeSmall(system: System, bounds: Bounds): number[] | null {
  const changed: number[] = [];
  for (const { counts, below } of system.someSmall) {
    const able = counts.filter((count) => bounds.low[count]! < below && bounds.high[count]! > 0);
    const [only] = able;
    if (only === undefined) return null;
    if (able.length > 1 || (bounds.low[only]! >= 1 && bounds.high[only]! < below)) continue;
    if (!tighten(system, bounds, only, 1, below - 1)) return null;
    changed.push(only);
  }
  return changed;
}

/**
 * Narrows the bounds, in place, to what the rules leave of them, taken one by one. Every solution stays within.
 * @param start the counts that have changed; all rules are applied when it is left out
 * @param visits rules to visit at most. When they or the effort run out, the bounds are valid but wider.
 * @returns false if the rules contradict the bounds
 */
export function narrowBounds(
  system: System,
  bounds: Bounds,
  effort: Effort,
  start?: readonly number[],
  visits = 20 * system.rules.length,
): boolean {
  const waiting = new Set<number>();
  const wake = (counts: readonly number[]) => {
    for (const count of counts) for (const { rule } of system.termsOf[count]!) waiting.add(rule);
  };
  if (start) wake(start);
  else for (const rule of system.rules.keys()) waiting.add(rule);
  let left = visits;
  for (;;) {
    for (const index of waiting) {
      const rule = system.rules[index]!;
      if (left <= 0 || effort.left <= 0) return true;
      left -= 1;
      effort.left -= rule.counts.length;
      waiting.delete(index);
      const changed = applyRule(system, bounds, rule);
      if (!changed) return false;
      wake(changed);
    }
    const changed = applySomeSmall(system, bounds);
    if (!changed) return false;
    if (changed.length === 0) return true;
    wake(changed);
  }
}
