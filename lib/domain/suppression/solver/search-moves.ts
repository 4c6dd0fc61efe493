import type { ReaderView } from "../audit/reader-view";
import type { TableGrid, TableMove } from "./table-moves";
import { amiss, balanceOf, closestValue, type Effort, keepsSomeSmall, type Wish } from "./whole-numbers";

/** Attempts carried on from one round to the next. */
const beamWidth = 6;
const roundLimit = 8;
/** Moves looked at closely, of all at a count. */
const moveLimit = 16;
const repairLimit = 4;
/** What a fault is reckoned at, beside the price of the values that change. */
const faultPrice = 4;
/** Effort after which one question is given up. */
const questionEffort = (rules: number) => 2000 + 6 * rules;

/** A change that would mend a fault: the sum that it mends, if it is one, runs along `axis`. */
interface Repair {
  count: number;
  by: number;
  axis?: number | undefined;
}

/** Something amiss, with all that would mend it. */
type Fault = readonly Repair[];

interface Attempt {
  changes: ReadonlyMap<number, number>;
  faults: readonly Fault[];
  rank: number;
}

/** Looks for a solution by moves that keep the sums of a table, each mending what the one before left amiss. */
class MoveSearch {
  readonly #view: ReaderView;
  readonly #grid: TableGrid;
  readonly #wish: Wish;
  readonly #prices: Float64Array | undefined;
  readonly #effort: Effort;

  constructor(view: ReaderView, grid: TableGrid, wish: Wish, prices: Float64Array | undefined, effort: Effort) {
    this.#view = view;
    this.#grid = grid;
    this.#wish = wish;
    this.#prices = prices;
    this.#effort = effort;
  }

  run(): Float64Array | undefined {
    const { system, bounds, near } = this.#view;
    const { count, low, high } = this.#wish;
    const target = closestValue(system, bounds, count, Math.min(Math.max(near[count]!, low), high));
    if (target < low || target > high) return undefined;
    const reserve = Math.max(0, this.#effort.left - questionEffort(system.rules.length));
    let beam: Attempt[] = [{ changes: new Map(), faults: [[{ count, by: target - near[count]! }]], rank: 0 }];
    for (let round = 0; round < roundLimit && beam.length > 0; round++) {
      const next = new Map<number, Attempt>();
      for (const attempt of beam) {
        for (const mended of this.#mend(attempt)) {
          if (this.#effort.left < reserve) return undefined;
          if (mended.faults.length === 0) {
            const values = this.#valuesOf(mended);
            if (keepsSomeSmall(system, values)) return values;
          } else if (mended.faults.every((fault) => fault.length > 0)) next.set(mended.rank, mended);
        }
      }
      beam = [...next.values()].sort((a, b) => a.rank - b.rank).slice(0, beamWidth);
    }
    return undefined;
  }

  #valuesOf({ changes }: Attempt): Float64Array {
    const values = this.#view.near.slice();
    for (const [count, change] of changes) values[count]! += change;
    return values;
  }

  /** Undefined for what can't change, or has its wish fulfilled. */
  #priceIn({ changes }: Attempt, count: number): number | undefined {
    const { low, high } = this.#view.bounds;
    if (low[count] === high[count] || (count === this.#wish.count && changes.size > 0)) return undefined;
    return changes.has(count) ? 0 : (this.#prices?.[count] ?? 0);
  }

  *#mend(attempt: Attempt): Generator<Attempt> {
    const fault = attempt.faults.reduce((a, b) => (b.length < a.length ? b : a));
    const priceOf = (count: number) => this.#priceIn(attempt, count);
    const repairs = fault.filter(({ count }) => priceOf(count) !== undefined);
    repairs.sort((a, b) => priceOf(a.count)! - priceOf(b.count)!);
    for (const { count, by, axis } of repairs.slice(0, repairLimit)) {
      const moves = this.#grid
        .movesAt(count, priceOf, axis)
        .map((move) => ({ move, rank: this.#glance(attempt, move, by) }));
      moves.sort((a, b) => a.rank - b.rank);
      for (const { move, rank } of moves.slice(0, moveLimit)) {
        if (rank === Number.POSITIVE_INFINITY) continue;
        const mended = this.#assess(applied(attempt, move, by));
        yield mended;
        if (mended.faults.length === 0) continue;
        for (const wider of this.#grid.spread(move)) yield this.#assess(applied(attempt, wider, by));
      }
    }
  }

  /** A first estimate: the prices of what changes, and what would leave its bounds. */
  #glance({ changes }: Attempt, { counts, signs }: TableMove, by: number): number {
    const { system, bounds, near } = this.#view;
    this.#effort.left -= counts.length;
    let rank = 0;
    for (let index = 0; index < counts.length; index++) {
      const count = counts[index]!;
      const before = changes.get(count);
      if (count === this.#wish.count && before !== undefined) return Number.POSITIVE_INFINITY;
      const value = near[count]! + (before ?? 0) + signs[index]! * by;
      if (before === undefined) rank += this.#prices?.[count] ?? 0;
      if (value !== near[count] && closestValue(system, bounds, count, value) !== value) rank += faultPrice;
    }
    return rank;
  }

  #assess(changes: Map<number, number>): Attempt {
    const { system, bounds, near } = this.#view;
    const shifts = new Map<number, number>();
    for (const [count, by] of changes) {
      for (const { rule, sign } of system.termsOf[count]!) shifts.set(rule, (shifts.get(rule) ?? 0) + sign * by);
    }
    this.#effort.left -= 4 * shifts.size;
    const faults: Fault[] = [];
    for (const [index, shift] of shifts) {
      const rule = system.rules[index]!;
      const need = shift === 0 ? 0 : amiss(rule, balanceOf(rule, near) + shift);
      if (need === 0) continue;
      const repairs = rule.counts.map((count, term) => {
        const other = rule.counts[term === 0 ? rule.counts.length - 1 : 0]!;
        return { count, by: need * rule.signs[term]!, axis: this.#grid.axisBetween(count, other) };
      });
      if (!repairs.some((repair) => this.#absorb(changes, repair))) faults.push(repairs);
    }
    const wished = near[this.#wish.count]! + (changes.get(this.#wish.count) ?? 0);
    if (wished < this.#wish.low || wished > this.#wish.high) faults.push([]);
    let cost = 0;
    for (const [count, by] of changes) {
      if (by === 0) continue;
      cost += this.#prices?.[count] ?? 0;
      const off = closestValue(system, bounds, count, near[count]! + by) - (near[count]! + by);
      if (off !== 0) faults.push([{ count, by: off }]);
    }
    return { changes, faults, rank: cost + faultPrice * faults.length };
  }

  /** An increment stands in this one rule only, so it may simply follow. */
  #absorb(changes: Map<number, number>, { count, by }: Repair): boolean {
    if (this.#grid.holds(count) || count === this.#wish.count) return false;
    const { system, bounds, near } = this.#view;
    const value = near[count]! + (changes.get(count) ?? 0) + by;
    if (closestValue(system, bounds, count, value) !== value) return false;
    changes.set(count, value - near[count]!);
    return true;
  }
}

function applied({ changes }: Attempt, { counts, signs }: TableMove, by: number): Map<number, number> {
  const result = new Map(changes);
  for (const [index, count] of counts.entries()) result.set(count, (result.get(count) ?? 0) + signs[index]! * by);
  return result;
}

/**
 * Looks for a solution of the kind that tables have: 1 more here, 1 less beside it, and so on around until every sum
 * holds again. Fast where the tables are full; finding none proves nothing.
 * @param prices what changing each count costs; without them nothing costs
 */
export function searchMoves(
  view: ReaderView,
  grid: TableGrid,
  wish: Wish,
  effort: Effort,
  prices?: Float64Array,
): Float64Array | undefined {
  return new MoveSearch(view, grid, wish, prices, effort).run();
}
