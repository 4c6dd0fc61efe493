import { narrowBounds, tighten } from "./narrow-bounds";
import {
  amiss,
  type Bounds,
  balanceOf,
  closestValue,
  copyBounds,
  type Effort,
  isSmall,
  type LinearRule,
  type System,
  type Wish,
} from "./whole-numbers";

/** `none` is proven: there is no such solution. `gaveUp` proves nothing. */
export type Answer = { kind: "found"; values: Float64Array } | { kind: "none" } | { kind: "gaveUp" };

/** Effort after which one question is given up. A solution mostly takes as many steps as values must change. */
const questionEffort = (rules: number) => 4000 + 40 * rules;
/** Rules visited to narrow the bounds after one step. More would seldom find a contradiction. */
const visitLimit = 60;

interface Search {
  system: System;
  near: Float64Array;
  effort: Effort;
  /** The effort that must be left when the question is given up. */
  reserve: number;
}

/** The values of `near`, moved to the closest bound where they are outside. */
function clamped(near: Float64Array, { low, high }: Bounds): Float64Array {
  const values = near.slice();
  for (let count = 0; count < values.length; count++) {
    if (values[count]! < low[count]!) values[count] = low[count]!;
    else if (values[count]! > high[count]!) values[count] = high[count]!;
  }
  return values;
}

function brokenRules({ system, effort }: Search, values: Float64Array): LinearRule[] {
  effort.left -= system.rules.length;
  return system.rules.filter((rule) => amiss(rule, balanceOf(rule, values)) !== 0);
}

/** How many more rules are broken after the count alone moves by `step`. */
function moreBroken({ system, effort }: Search, values: Float64Array, count: number, step: number): number {
  let more = 0;
  for (const { rule: index, sign } of system.termsOf[count]!) {
    const rule = system.rules[index]!;
    const balance = balanceOf(rule, values);
    effort.left -= 1;
    if (amiss(rule, balance + sign * step) !== 0) more += 1;
    if (amiss(rule, balance) !== 0) more -= 1;
  }
  return more;
}

/** The move that mends a broken rule and leaves the least broken around it. */
function bestMove(search: Search, bounds: Bounds, values: Float64Array, broken: readonly LinearRule[]) {
  let best: { count: number; to: number; more: number } | undefined;
  for (const rule of broken) {
    const need = amiss(rule, balanceOf(rule, values));
    for (let term = 0; term < rule.counts.length; term++) {
      const count = rule.counts[term]!;
      if (bounds.low[count] === bounds.high[count]) continue;
      const to = closestValue(search.system, bounds, count, values[count]! + rule.signs[term]! * need);
      if (to === values[count]) continue;
      const more = moreBroken(search, values, count, to - values[count]!);
      if (!best || more < best.more) best = { count, to, more };
    }
  }
  return best;
}

/** All the count's values, the promising ones first: moved, unmoved, then what lies between and beyond. */
function branches(low: number, high: number, value: number, to: number): [number, number][] {
  const [less, more] = value < to ? [value, to] : [to, value];
  const ranges: [number, number][] = [
    [to, to],
    [value, value],
    [less + 1, more - 1],
    [more + 1, high],
    [low, less - 1],
  ];
  return ranges.filter(([from, until]) => from <= until);
}

function descend(search: Search, bounds: Bounds): Answer {
  if (search.effort.left <= search.reserve) return { kind: "gaveUp" };
  const values = clamped(search.near, bounds);
  const broken = brokenRules(search, values);
  if (broken.length === 0) return settleSomeSmall(search, bounds, values);
  const move = bestMove(search, bounds, values, broken);
  const isOpen = (count: number) => bounds.low[count]! < bounds.high[count]!;
  const count = move?.count ?? broken.flatMap((rule) => rule.counts).find(isOpen);
  if (count === undefined) return { kind: "none" };
  const value = values[count]!;
  const ranges = branches(bounds.low[count]!, bounds.high[count]!, value, move?.to ?? value);
  return firstFound(
    search,
    bounds,
    ranges.map(([low, high]) => ({ count, low, high })),
  );
}

/** All rules are kept; where a group has no small member yet, each that can be is tried. */
function settleSomeSmall(search: Search, bounds: Bounds, values: Float64Array): Answer {
  const open = search.system.someSmall.find(
    ({ counts, below }) => !counts.some((count) => isSmall(values[count]!, below)),
  );
  if (!open) return { kind: "found", values };
  const wishes = open.counts.map((count) => ({ count, low: 1, high: open.below - 1 }));
  return firstFound(search, bounds, wishes);
}

function firstFound(search: Search, bounds: Bounds, wishes: readonly Wish[]): Answer {
  for (const { count, low, high } of wishes) {
    const narrower = copyBounds(bounds);
    if (!tighten(search.system, narrower, count, low, high)) continue;
    if (!narrowBounds(search.system, narrower, search.effort, [count], visitLimit)) continue;
    const answer = descend(search, narrower);
    if (answer.kind !== "none") return answer;
  }
  return { kind: "none" };
}

/**
 * Looks for whole numbers within the bounds that keep every rule and fulfil the wish, changing as little as it can in
 * `near` (depth first: mend a broken rule by moving one count, narrow the bounds, go on; every branch is kept for later).
 */
export function findSolution(system: System, bounds: Bounds, near: Float64Array, effort: Effort, wish?: Wish): Answer {
  const search: Search = {
    system,
    near,
    effort,
    reserve: Math.max(0, effort.left - questionEffort(system.rules.length)),
  };
  return wish ? firstFound(search, bounds, [wish]) : descend(search, copyBounds(bounds));
}
