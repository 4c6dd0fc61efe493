import { anything, type HidingRules } from "../primary/hiding-rules";
import { narrowBounds } from "../solver/narrow-bounds";
import type { SearchMeans } from "../solver/solution-search";
import { TableGrid } from "../solver/table-moves";
import { type Effort, type LinearRule, type System, systemOf } from "../solver/whole-numbers";
import { type Count, isUnpublished } from "../tables/counts";
import type { SettledValues } from "../tables/settle-sums";
import { type Broken, brokenPromises, type Promised, stillBroken, type Witness } from "./promise";
import { type HiddenRange, type ReaderView, readerView } from "./reader-view";

const spoiltEffort = 500_000;

const sortedIds = (values: ReadonlySet<number>) => [...values].sort((a, b) => a - b).join();

interface Range {
  low: number;
  high: number;
}

/** What is known of a count, and what must stay possible of it: see `Promised`. Neither for a count in the open. */
interface LoneCount {
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
function isCredible(sum: LinearRule, rangeOf: (count: number) => Range): boolean {
  const { low, high } = balanceRange(sum, rangeOf);
  return low <= 0 && high >= 0;
}

/** Whether a reader who believes this sum, and nothing else, learns what they must not. */
function isTelling(sum: LinearRule, countOf: (count: number) => LoneCount): boolean {
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

/** Without the totals, if anything else is left: what may give way now. */
function cellsFirst({ values }: Pick<SettledValues, "values">, able: readonly number[]): number[] {
  const cells = able.filter((place) => !values[place]!.isTotal);
  return cells.length > 0 ? cells : [...able];
}

/** Puts patterns to the test. What one test finds out serves the next. */
export class PatternCheck {
  readonly means: SearchMeans;
  readonly witnesses: Witness[] = [];
  readonly #settled: SettledValues;
  readonly #rules: HidingRules;
  readonly #system: System;
  readonly #loneSums: readonly LinearRule[];
  /** What is left to promise of counts of which another threshold told too much: any two values, or null for nothing. */
  readonly #spoilt = new Map<number, 0 | null>();
  /** By pattern, with how many witnesses had been heard. */
  readonly #known = new Map<string, { broken: readonly Broken[]; witnesses: number }>();

  constructor(settled: SettledValues, rules: HidingRules) {
    this.#settled = settled;
    this.#rules = rules;
    this.#system = systemOf(settled.counts.length, settled.firm);
    this.means = { grid: new TableGrid(settled), tableaus: new Map() };
    const least: Pattern = { hidden: rules.primary, dark: new Set() };
    this.#loneSums = settled.doubtful.filter((sum) => isCredible(sum, (count) => this.#loneCount(least, count).range));
    if (settled.values.some(({ stoodUnder }) => stoodUnder)) this.#findSpoilt(least);
  }

  /**
   * Under another threshold more was told than this one promises to keep: with 3 in the open and 9 beside it, the rise of 6 is
   * known. What no pattern can keep any more isn't asked of any, for the search would hide all that is tied to it, in vain.
   * Only what the bounds disprove by themselves counts, with everything hidden that may be.
   */
  #findSpoilt(least: Pattern) {
    const all = new Set([...this.#settled.values.keys()].filter(this.#rules.canHide));
    const { system, bounds } = this.viewOf({ hidden: all, dark: all });
    narrowBounds(system, bounds, { left: spoiltEffort });
    for (const { count, below } of this.#promised(least)) {
      const [low, high] = [bounds.low[count]!, bounds.high[count]!];
      if (low === high) this.#spoilt.set(count, null);
      else if (below > 0 && (low > 1 || high < below - 1)) this.#spoilt.set(count, 0);
    }
  }

  /** The values of which a promise can't be kept, for another threshold told too much: see `#findSpoilt`. */
  spoiltPlaces(): number[] {
    const { counts } = this.#settled;
    const isNamed = (count: number, left: 0 | null) => left === null || counts[count]!.role !== "increment";
    return [...this.#spoilt].flatMap(([count, left]) => (isNamed(count, left) ? [counts[count]!.place] : []));
  }

  #promised(pattern: Pattern): Promised[] {
    const promised = [...this.#promisedCounts(pattern), ...this.#promisedIncrements(pattern)];
    return promised.flatMap((each): Promised[] => {
      const left = this.#spoilt.get(each.count);
      if (left === undefined) return [each];
      return left === null ? [] : [{ ...each, below: left }];
    });
  }

  viewOf(pattern: Pattern): ReaderView {
    const { threshold, tellsSomeSmall } = this.#rules;
    const groups = [...pattern.hidden].filter((place) => !pattern.dark.has(place) && tellsSomeSmall(place));
    const someSmall = groups.map((place) => ({ counts: this.#settled.countsOf[place]!, below: threshold }));
    const knownOf = (count: number) => this.#knownOf(pattern, count);
    return readerView({ ...this.#system, someSmall }, this.#settled.truth, knownOf);
  }

  /** The view with all cells hidden that may be, and all totals too if it must be: where to look for a way out. */
  widestView({ hidden, dark }: Pattern, effort: Effort, withTotals: boolean): ReaderView {
    const { values } = this.#settled;
    const able = [...values.keys()].filter(
      (place) => this.#rules.canProtect(place) && (withTotals || !values[place]!.isTotal),
    );
    const view = this.viewOf({ hidden: new Set([...hidden, ...able]), dark });
    narrowBounds(view.system, view.bounds, effort);
    return view;
  }

  /** The promises that a pattern breaks, or can't be shown to keep. */
  brokenBy(pattern: Pattern, effort: Effort): readonly Broken[] {
    const key = `${sortedIds(pattern.hidden)}|${sortedIds(pattern.dark)}`;
    // Every attempt begins with the same pattern. What the search for a way out found meanwhile may keep a promise here
    // too: without hearing it, the search would find the same way out again, until its effort is spent.
    const known = this.#known.get(key);
    const broken = known
      ? stillBroken(this.viewOf(pattern), known.broken, this.witnesses.slice(known.witnesses))
      : this.findBroken(pattern, effort);
    this.#known.set(key, { broken, witnesses: this.witnesses.length });
    return broken;
  }

  /** The same, found anew. */
  findBroken(pattern: Pattern, effort: Effort, untilFirst = false): Broken[] {
    const promised = this.#promised(pattern);
    return brokenPromises(this.viewOf(pattern), promised, this.witnesses, this.means, effort, untilFirst);
  }

  /** Of the dark values, those that readers saw as `<5`, and that can't be each of 1 to 4 any more. */
  lostSmall(pattern: Pattern, effort: Effort): number[] {
    const { counts, countsOf } = this.#settled;
    const promised = [...pattern.dark]
      .filter((place) => this.#rules.isKnownSmall(place))
      .flatMap((place) => countsOf[place]!.filter((count) => this.#isHidden(pattern, count)))
      .map((count) => ({ count, below: this.#rules.guarded(count) }));
    const broken = brokenPromises(this.viewOf(pattern), promised, this.witnesses, this.means, effort, false);
    return broken.map(({ count }) => counts[count]!.place);
  }

  /** Sums that tell too much to a reader who believes them by themselves, as far as hiding more can help. */
  tellingSums(pattern: Pattern): LinearRule[] {
    return this.#loneSums.filter(
      (sum) => this.protectorsIn(sum, pattern).length > 0 && isTelling(sum, (count) => this.#loneCount(pattern, count)),
    );
  }

  /** The values of a sum that may still be hidden: its cells, or else totals. */
  protectorsIn({ counts }: LinearRule, { hidden }: Pattern): number[] {
    const values = counts.map((count) => this.#settled.counts[count]!.place);
    const able = values.filter((place) => !hidden.has(place) && this.#rules.canProtect(place));
    return cellsFirst(this.#settled, able);
  }

  keeps(pattern: Pattern, effort: Effort): boolean {
    return this.tellingSums(pattern).length === 0 && this.findBroken(pattern, effort, true).length === 0;
  }

  /** An imported `<5` that other sums make 0 is open again to one who believes this sum instead. */
  #loneCount(pattern: Pattern, count: number): LoneCount {
    const { counts, truth, knownZero } = this.#settled;
    const { place } = counts[count]!;
    const isHidden = pattern.hidden.has(place) && (this.#isHidden(pattern, count) || knownZero.has(count));
    if (!isHidden) {
      const value = truth[count]!;
      return { range: isUnpublished(counts[count]!) ? anything : { low: value, high: value }, below: null };
    }
    const isDark = pattern.dark.has(place);
    const range = isDark ? this.#rules.darkRangeOf(count) : this.#rules.rangeOf(count);
    return { range, below: isDark ? 0 : this.#rules.guarded(count) };
  }

  #isHidden({ hidden }: Pattern, count: number): boolean {
    const { values, counts, knownZero } = this.#settled;
    const { place } = counts[count]!;
    return hidden.has(place) && values[place]!.earlier !== "shown" && !knownZero.has(count);
  }

  #knownOf(pattern: Pattern, count: number): HiddenRange | undefined {
    const each = this.#settled.counts[count]!;
    if (isUnpublished(each)) return anything;
    if (!this.#isHidden(pattern, count)) return undefined;
    return pattern.dark.has(each.place) ? this.#rules.darkRangeOf(count) : this.#rules.rangeOf(count);
  }

  /** That a percentage is 0% or 100% tells of nobody: the zero may be known, as long as how many the others are isn't. */
  #promisedCounts(pattern: Pattern): Promised[] {
    const { counts, countsOf } = this.#settled;
    const hidden = [...pattern.hidden].flatMap((place) => countsOf[place]!);
    const isNobody = ({ role, exact }: Count) => exact === 0 && (role === "numerator" || role === "complement");
    const reported = hidden.filter((count) => (counts[count]!.exact ?? counts[count]!.below) !== null);
    return reported
      .filter((count) => this.#isHidden(pattern, count) && !isNobody(counts[count]!))
      .map((count) => ({
        count,
        below: pattern.dark.has(counts[count]!.place) ? 0 : this.#rules.guarded(count),
      }));
  }

  /** A rise into a small or a dark value needs no more than two possible numbers: the first is known to be small anyway. */
  #promisedIncrements({ dark }: Pattern): Promised[] {
    const { counts, increments } = this.#settled;
    return increments.flatMap(({ increment, rule }): Promised[] => {
      const rise = counts[increment]!.exact;
      const below = this.#rules.riseBound(rule.counts[0]!, rule.counts[2]!);
      if (rise === null || rise < 1 || rise >= below) return [];
      const later = counts[rule.counts[2]!]!;
      const isTold = dark.has(later.place) || (later.exact !== null && later.exact < below);
      return [{ count: increment, below: isTold ? 0 : below }];
    });
  }
}

/** Which values are hidden. Those in the dark too are marked "suppressed" whatever they are, so that the state tells nothing. */
export interface Pattern {
  hidden: ReadonlySet<number>;
  dark: ReadonlySet<number>;
}
