import type { HidingRules } from "./hiding-rules";
import { closestFigures, type Neighbours, neighboursOf, tiedTo } from "./neighbours";
import { type Pattern, PatternCheck } from "./pattern-check";
import { type Broken, type Promised, solve, witnessOf } from "./promise";
import { pickWeighted, type RandomSource, shuffled } from "./random-source";
import type { ReaderView } from "./reader-view";
import type { SettledFigures } from "./settle-sums";
import type { Effort, Wish } from "./whole-numbers";

export interface ChosenPattern extends Pattern {
  /** What earlier releases gave away, and hiding can't take back. */
  lost: readonly Promised[];
}

/** Among this many patterns, each found at random, the smallest is taken. */
const attempts = 6;

/**
 * How often a pattern gets a figure more than it needs. Without that, each hidden figure would prove that it had to be
 * hidden, and so tell of the others: of `<5` + `<5` + suppressed = 10, that the first two aren't 4 and 1, for these
 * add up to 5 and would have needed no third.
 */
const surplusChance = 1 / 8;

/** Set apart for each check of what has gone dark. */
const darkEffort = 2_000_000;

interface Search {
  settled: SettledFigures;
  rules: HidingRules;
  neighbours: Neighbours;
  check: PatternCheck;
  random: RandomSource;
  effort: Effort;
}

/**
 * Chooses what to hide beside the primary figures, until the check finds every promise kept. Where it can't within the
 * effort, everything tied to the open promise goes dark.
 */
export function choosePattern(
  settled: SettledFigures,
  rules: HidingRules,
  random: RandomSource,
  effort: Effort,
): ChosenPattern {
  const check = new PatternCheck(settled, rules);
  const search: Search = { settled, rules, neighbours: neighboursOf(settled), check, random, effort };
  const start: Pattern = { hidden: rules.primary, dark: new Set() };
  const small = smallPattern(search, start);
  return small ? { ...small, lost: [] } : goDark(search, start);
}

/** The smallest of several that keep every promise. Further attempts are made only while they cost little. */
function smallPattern(search: Search, start: Pattern): Pattern | undefined {
  const { effort } = search;
  const costOf = ({ hidden }: Pattern) =>
    [...hidden].reduce((sum, figure) => sum + search.rules.costOf(figure), 0);
  const whole = effort.left;
  let best: Pattern | undefined;
  for (let attempt = 0; attempt < attempts && effort.left > whole / 2; attempt++) {
    const grown = grow(search, start);
    if (!grown) continue;
    const pattern = prune(search, grown, start, effort.left - whole / (2 * attempts));
    if (!best || costOf(pattern) < costOf(best)) best = pattern;
    if (pattern.hidden.size === start.hidden.size) break;
  }
  return best && withSurplus(search, best);
}

/**
 * Hides more until no promise is broken. For each value that isn't possible yet, it looks for an assignment in which it
 * is, as if everything could be hidden, and hides what differs in it: after that the value is possible. A figure for
 * which there is none goes dark: it is marked "suppressed" whatever it is, and two possible values are enough.
 * @returns undefined if that isn't enough either, or the effort runs out
 */
function grow(search: Search, start: Pattern): Pattern | undefined {
  const { settled, rules, neighbours, check, random, effort } = search;
  const pattern = { hidden: new Set(start.hidden), dark: new Set(start.dark) };
  const prices = Float64Array.from(settled.counts, ({ figure }) => rules.costOf(figure) * (0.5 + random()));
  const hide = (figure: number) => {
    pattern.hidden.add(figure);
    for (const count of settled.countsOf[figure]!) prices[count] = 0;
  };
  for (const figure of pattern.hidden) hide(figure);
  while (effort.left > 0) {
    const broken = check.brokenBy(pattern, effort);
    if (broken.length === 0) return pattern;
    const hopeless = makePossible(search, check.widestView(pattern, effort), broken, prices, hide);
    for (const { count } of hopeless) {
      const figures = closestFigures(neighbours, count, (figure) => rules.canHide(figure) && !pattern.dark.has(figure));
      if (figures.length === 0) return undefined;
      for (const figure of figures) {
        hide(figure);
        pattern.dark.add(figure);
      }
    }
  }
  return undefined;
}

/** @returns the promises that can't be kept, as far as the search can tell */
function makePossible(
  search: Search,
  wide: ReaderView,
  broken: readonly Broken[],
  prices: Float64Array,
  hide: (figure: number) => void,
): Broken[] {
  const { settled, rules, check, random, effort } = search;
  const found: Float64Array[] = [];
  const isPossible = (wishes: readonly Wish[]): boolean => {
    const isMet = (values: Float64Array) =>
      wishes.some(({ count, low, high }) => values[count]! >= low && values[count]! <= high);
    if (found.some(isMet)) return true;
    for (const wish of shuffled(wishes, random)) {
      const values = solve(wide, check.grid, wish, effort, prices);
      if (!values) continue;
      found.push(values);
      const witness = witnessOf(wide.near, values);
      check.witnesses.push(witness);
      for (const { count } of witness) {
        const { figure, role } = settled.counts[count]!;
        if (role !== "increment" && rules.canProtect(figure)) hide(figure);
      }
      return true;
    }
    return false;
  };
  return shuffled(broken, random).filter(({ missing }) => !shuffled(missing, random).every(isPossible));
}

/** Shows again what needn't be hidden, the dearest first. */
function prune(search: Search, pattern: Pattern, start: Pattern, reserve: number): Pattern {
  const { settled, check, random, effort } = search;
  const extra = shuffled(
    [...pattern.hidden].filter((figure) => !start.hidden.has(figure)),
    random,
  );
  extra.sort((a, b) => settled.figures[b]!.cost - settled.figures[a]!.cost);
  const kept = new Set(pattern.hidden);
  for (const figure of extra) {
    if (effort.left <= reserve) break;
    kept.delete(figure);
    if (check.brokenBy({ hidden: kept, dark: pattern.dark }, effort, true).length > 0) kept.add(figure);
  }
  return { hidden: kept, dark: pattern.dark };
}

function withSurplus(search: Search, pattern: Pattern): Pattern {
  const { settled, rules, neighbours, random } = search;
  let result = pattern;
  while (random() < surplusChance) {
    const counts = [...result.hidden].flatMap((figure) => settled.countsOf[figure]!);
    const near = new Set(counts.flatMap((count) => neighbours.rulesOf[count]!.flat()));
    const figures = new Set([...near].map((count) => settled.counts[count]!.figure));
    const able = [...figures].filter((figure) => !result.hidden.has(figure) && rules.canProtect(figure));
    const surplus = pickWeighted(able, (figure) => 1 / settled.figures[figure]!.cost, random);
    if (surplus === undefined) break;
    const grown = grow(search, { ...result, hidden: new Set([...result.hidden, surplus]) });
    if (!grown) break;
    result = grown;
  }
  return result;
}

/**
 * The last resort: the figures tied to a broken promise go dark, the finest cells first, then coarser ones, until the
 * check passes. When all but the zeros have gone dark it needs no search any more: double all hidden counts and every
 * sum still holds, so that none can be computed. Only figures that earlier releases showed can spoil that, and then
 * nothing helps.
 */
function goDark({ settled, rules, neighbours, check }: Search, start: Pattern): ChosenPattern {
  const { figures, counts, truth } = settled;
  const open = check.brokenBy(start, { left: darkEffort });
  const tied = tiedTo(
    neighbours,
    open.map(({ count }) => count),
  );
  const able = [...new Set([...tied].map((count) => counts[count]!.figure))].filter(rules.canHide);
  const doubled = truth.map((value, count) => (tied.has(count) ? 2 * value : value));
  check.witnesses.push(witnessOf(truth, doubled));
  const levels = [...new Set(able.map((figure) => figures[figure]!.cost))].sort((a, b) => a - b);
  let result: ChosenPattern = { ...start, lost: open };
  for (const level of levels) {
    const dark = new Set(able.filter((figure) => figures[figure]!.cost <= level));
    const pattern = { hidden: new Set([...start.hidden, ...dark]), dark };
    result = { ...pattern, lost: check.brokenBy(pattern, { left: darkEffort }, level !== levels.at(-1)) };
    if (result.lost.length === 0) break;
  }
  return result;
}
