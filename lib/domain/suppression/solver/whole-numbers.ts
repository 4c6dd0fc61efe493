/**
 * Unknown whole numbers between bounds, tied by linear rules: the form in which every question about hidden values is
 * asked. Counts stay far below 2^53, so plain numbers are exact here.
 */

/** Stands for "no upper bound": more persons than ever lived. */
export const unbounded = 1e12;

/** `least <= sum of sign x count <= most`. */
export interface LinearRule {
  counts: readonly number[];
  /** 1 or -1 for each of `counts`. */
  signs: readonly number[];
  least: number;
  most: number;
}

/** A count's place in a rule. */
interface Term {
  rule: number;
  sign: number;
}

export interface System {
  rules: readonly LinearRule[];
  /** For each count, its places in the rules. */
  termsOf: readonly (readonly Term[])[];
  /** For each count: n if it is known to be either 0 or at least n; else 0. */
  gaps: readonly number[];
  /** Groups of counts of which at least one is from 1 to `below - 1`. */
  someSmall: readonly { counts: readonly number[]; below: number }[];
}

export interface Bounds {
  low: Float64Array;
  high: Float64Array;
}

export const copyBounds = ({ low, high }: Bounds): Bounds => ({ low: low.slice(), high: high.slice() });

/**
 * What a count should be: from `low` to `high`.
 */
export interface Wish {
  count: number;
  low: number;
  high: number;
}

/** How much may still be looked at, in terms of rules. Shared by all questions of one run, so that the run ends. */
export interface Effort {
  left: number;
}

export function systemOf(
  size: number,
  rules: readonly LinearRule[],
  gaps: readonly number[] = new Array<number>(size).fill(0),
  someSmall: System["someSmall"] = [],
): System {
  const termsOf: Term[][] = Array.from({ length: size }, () => []);
  for (const [rule, { counts, signs }] of rules.entries()) {
    for (const [term, count] of counts.entries()) termsOf[count]!.push({ rule, sign: signs[term]! });
  }
  return { rules, termsOf, gaps, someSmall };
}

export function withRule(system: System, rule: LinearRule): System {
  const termsOf = [...system.termsOf];
  for (const [term, count] of rule.counts.entries()) {
    termsOf[count] = [...termsOf[count]!, { rule: system.rules.length, sign: rule.signs[term]! }];
  }
  return { ...system, rules: [...system.rules, rule], termsOf };
}

/** @param values the value of each count */
export function balanceOf(rule: LinearRule, values: Float64Array): number {
  let balance = 0;
  for (let term = 0; term < rule.counts.length; term++) balance += rule.signs[term]! * values[rule.counts[term]!]!;
  return balance;
}

/** By how much the balance must change for the rule to be kept; 0 when it is. */
export function amiss({ least, most }: LinearRule, balance: number): number {
  return balance < least ? least - balance : balance > most ? most - balance : 0;
}

export const isSmall = (value: number, below: number) => value >= 1 && value < below;

/** Whether each group has a member that is small. */
export function keepsSomeSmall({ someSmall }: System, values: Float64Array): boolean {
  return someSmall.every(({ counts, below }) => counts.some((count) => isSmall(values[count]!, below)));
}

/** Whether the values lie within the bounds, outside of the gaps, and keep every rule. */
export function isSolution(system: System, { low, high }: Bounds, values: Float64Array): boolean {
  for (let count = 0; count < values.length; count++) {
    const value = values[count]!;
    if (value < low[count]! || value > high[count]! || !Number.isInteger(value)) return false;
    if (value > 0 && value < system.gaps[count]!) return false;
  }
  return system.rules.every((rule) => amiss(rule, balanceOf(rule, values)) === 0) && keepsSomeSmall(system, values);
}

/** The value closest to `wanted` that the count can take; what lies in its gap is moved up, or else down to 0. */
export function closestValue({ gaps }: System, { low, high }: Bounds, count: number, wanted: number): number {
  const value = Math.min(Math.max(wanted, low[count]!), high[count]!);
  const gap = gaps[count]!;
  if (value <= 0 || value >= gap) return value;
  return high[count]! >= gap ? gap : 0;
}
