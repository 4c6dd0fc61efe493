import type { ReaderView } from "../audit/reader-view";
import { balanceOf, type Effort, type LinearRule, type System, unbounded } from "./whole-numbers";

const tiny = 1e-9;
/** Steps without getting anywhere, after which the first way is taken instead of the best, so that no circle is walked. */
const patience = 40;
const stepLimit = 600;

/** Ways looked at before the best of them is taken. */
const lookLimit = 12;

interface Way {
  column: number;
  sign: number;
}

type Drive = "reached" | "impossible" | "gaveUp";

/** Close to a whole number is that number: nearly all of the tableau is 0, 1 and -1. */
function snapped(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < tiny ? whole : value;
}

/** The columns that a tableau begins with: the open counts, and then what inequalities leave over. */
interface TableauColumns {
  /** Each column's factors, row by row: a row for each rule in which one of the counts stands. */
  columns: Float64Array[];
  rows: number;
  /** For each column a value, so that all rules are kept. Bounds are given for what is left over only. */
  near: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

/** @param near values of all counts that keep every rule */
function tableauColumns(system: System, near: Float64Array, counts: readonly number[]): TableauColumns {
  const columnOf = new Map(counts.map((count, column) => [count, column]));
  const ruleIds = [...new Set(counts.flatMap((count) => system.termsOf[count]!.map(({ rule }) => rule)))];
  const rules = ruleIds.map((rule) => system.rules[rule]!);
  const unequal = [...rules.entries()].filter(([, { least, most }]) => least !== most);
  const width = counts.length + unequal.length;
  const result: TableauColumns = {
    columns: Array.from({ length: width }, () => new Float64Array(rules.length)),
    rows: rules.length,
    near: new Float64Array(width),
    low: new Float64Array(width),
    high: new Float64Array(width),
  };
  for (const [column, count] of counts.entries()) result.near[column] = near[count]!;
  for (const [at, rule] of rules.entries()) {
    for (let term = 0; term < rule.counts.length; term++) {
      const column = columnOf.get(rule.counts[term]!);
      if (column !== undefined) result.columns[column]![at]! += rule.signs[term]!;
    }
  }
  for (const [index, [at, rule]] of unequal.entries()) leaveOver(result, counts.length + index, at, rule, near);
  return result;
}

/** What a rule leaves over up to its `most` lies from 0 to most - least. */
function leaveOver(result: TableauColumns, column: number, at: number, rule: LinearRule, near: Float64Array) {
  const most = Math.min(rule.most, unbounded);
  result.columns[column]![at] = 1;
  result.near[column] = most - balanceOf(rule, near);
  result.low[column] = rule.most > unbounded ? -2 * unbounded : 0;
  result.high[column] = most - Math.max(rule.least, -2 * unbounded);
}

/**
 * The rules over the counts that are open, solved for some of them ("basic") by the others: the tableau of the simplex
 * method with bounds. It starts from values that keep every rule, so that it can walk at once from there to others.
 */
export class PivotTableau {
  readonly values: Float64Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #near: Float64Array;
  /** For each column, its count; columns beyond the counts are what inequalities leave over. */
  readonly counts: readonly number[];
  readonly #columnOf = new Map<number, number>();
  /** Each column's factors, row by row. In a row, basic + sum of factor x column is constant. */
  readonly #columns: readonly Float64Array[];
  readonly #basic: Int32Array;
  /** For each column its row, if it is basic; else -1. */
  readonly #rowOf: Int32Array;
  #effort: Effort;
  #view: ReaderView | undefined;

  /** @param counts open counts, with all open ones that rules tie to them. Their bounds come with `serve`. */
  constructor(system: System, near: Float64Array, counts: readonly number[], effort: Effort) {
    this.counts = counts;
    for (const [column, count] of counts.entries()) this.#columnOf.set(count, column);
    const { columns, near: from, low, high, rows } = tableauColumns(system, near, counts);
    this.#columns = columns;
    [this.#near, this.#low, this.#high] = [from, low, high];
    this.#rowOf = new Int32Array(columns.length).fill(-1);
    this.#basic = new Int32Array(rows).fill(-1);
    this.#effort = effort;
    for (let at = 0; at < rows; at++) this.#solve(at);
    this.values = this.#near.slice();
  }

  /** Solves a row for the column that stands in the fewest others; a row without any follows from those before. */
  #solve(at: number) {
    let chosen = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let column = 0; column < this.#columns.length; column++) {
      const factors = this.#columns[column]!;
      const size = Math.abs(factors[at]!);
      if (size === 0) continue;
      let filled = size === 1 ? 0 : this.#basic.length;
      for (let row = 0; row < factors.length; row++) if (factors[row] !== 0) filled += 1;
      if (filled < fewest) [chosen, fewest] = [column, filled];
    }
    if (chosen !== -1) this.#pivot(at, chosen);
  }

  covers(counts: Iterable<number>): boolean {
    for (const count of counts) if (!this.#columnOf.has(count)) return false;
    return true;
  }

  /** Undefined for a count that isn't among the columns. */
  valueOf(count: number): number | undefined {
    const column = this.#columnOf.get(count);
    return column === undefined ? undefined : this.values[column];
  }

  /** Serves another view of the same rules from now on: its open counts are among the columns, the others stay closed. */
  serve(view: ReaderView, effort: Effort) {
    if (this.#view === view) return;
    this.#view = view;
    this.#effort = effort;
    const { low, high } = view.bounds;
    for (const [column, count] of this.counts.entries()) {
      this.#low[column] = low[count]!;
      this.#high[column] = high[count]!;
    }
  }

  reset() {
    this.values.set(this.#near);
  }

  /** Narrows the bounds of a count for what follows. @returns how to take it back */
  hold(count: number, low: number, high: number): () => void {
    const column = this.#columnOf.get(count)!;
    const before = [this.#low[column]!, this.#high[column]!] as const;
    this.#low[column] = Math.max(low, before[0]);
    this.#high[column] = Math.min(high, before[1]);
    return () => {
      [this.#low[column], this.#high[column]] = before;
    };
  }

  /** Walks until the count lies from `low` to `high`, within everybody's bounds all the way. */
  drive(count: number, low: number, high: number): Drive {
    const own = this.#columnOf.get(count)!;
    const { values } = this;
    let idle = 0;
    for (let step = 0; step < stepLimit && this.#effort.left > 0; step++) {
      const goal = values[own]! < low - tiny ? low : values[own]! > high + tiny ? high : undefined;
      if (goal === undefined) return "reached";
      const need = goal - values[own]!;
      const row = this.#rowOf[own]!;
      const isStuck = idle > patience;
      const way = row === -1 ? this.#itself(own, Math.sign(need)) : this.#choose(row, need, isStuck);
      if (!way) return "impossible";
      const rate = row === -1 ? 1 : Math.abs(this.#columns[way.column]![row]!);
      const moved = this.#move(way.column, way.sign, Math.abs(need) / rate, isStuck);
      idle = moved > tiny ? 0 : idle + 1;
    }
    return "gaveUp";
  }

  #itself(column: number, sign: number): Way | undefined {
    return this.#canMove(column, sign) ? { column, sign } : undefined;
  }

  #canMove(column: number, sign: number): boolean {
    return sign > 0
      ? this.values[column]! < this.#high[column]! - tiny
      : this.values[column]! > this.#low[column]! + tiny;
  }

  /** A column that moves the row's basic count the way it should go, and itself can: one that can go far. */
  #choose(row: number, need: number, isStuck: boolean): Way | undefined {
    let best: Way | undefined;
    let bestSpace = -1;
    let looked = 0;
    this.#effort.left -= this.#columns.length / 64;
    for (let column = 0; column < this.#columns.length; column++) {
      const factor = this.#columns[column]![row]!;
      if (factor === 0 || this.#rowOf[column] !== -1) continue;
      const sign = factor > 0 === need > 0 ? -1 : 1;
      if (!this.#canMove(column, sign)) continue;
      if (isStuck) return { column, sign };
      const space = this.#space(column, sign) * Math.abs(factor);
      if (space <= bestSpace) continue;
      best = { column, sign };
      bestSpace = space;
      looked += 1;
      if (space >= Math.abs(need) || looked >= lookLimit) break;
    }
    return best;
  }

  /** How far a column can go before another count stands in its way. */
  #space(column: number, sign: number): number {
    const factors = this.#columns[column]!;
    let space = this.#limit(column, sign);
    for (let at = 0; at < factors.length && space > tiny; at++) {
      const factor = factors[at]!;
      if (factor !== 0) space = Math.min(space, this.#limit(this.#basic[at]!, -factor * sign));
    }
    this.#effort.left -= factors.length / 64;
    return space;
  }

  #limit(column: number, rate: number): number {
    const value = this.values[column]!;
    return Math.max(0, rate > 0 ? (this.#high[column]! - value) / rate : (this.#low[column]! - value) / rate);
  }

  /** Moves a column until it has gone far enough or something stands in its way. @returns how far it went */
  #move(column: number, sign: number, most: number, isStuck: boolean): number {
    const factors = this.#columns[column]!;
    const free = Math.min(most, this.#limit(column, sign));
    let blocked = Number.POSITIVE_INFINITY;
    let blocking = -1;
    for (let at = 0; at < factors.length; at++) {
      const factor = factors[at]!;
      if (factor === 0) continue;
      const limit = this.#limit(this.#basic[at]!, -factor * sign);
      if (limit > blocked + tiny) continue;
      if (limit < blocked - tiny || this.#isBetter(at, blocking, factors, isStuck)) blocking = at;
      blocked = Math.min(blocked, limit);
    }
    this.#effort.left -= factors.length / 64;
    const step = Math.min(free, blocked);
    if (step > 0) {
      this.values[column] = snapped(this.values[column]! + sign * step);
      for (let at = 0; at < factors.length; at++) {
        const factor = factors[at]!;
        if (factor === 0) continue;
        const basic = this.#basic[at]!;
        this.values[basic] = snapped(this.values[basic]! - factor * sign * step);
      }
    }
    if (blocked < free - tiny) this.#pivot(blocking, column);
    return step;
  }

  /** Factors of 1 and -1 keep whole numbers whole. */
  #isBetter(at: number, than: number, factors: Float64Array, isStuck: boolean): boolean {
    if (isStuck) return this.#basic[at]! < this.#basic[than]!;
    return Math.abs(Math.abs(factors[at]!) - 1) < Math.abs(Math.abs(factors[than]!) - 1);
  }

  /** Solves a row for another column, and puts that into all other rows. */
  #pivot(at: number, column: number) {
    const entering = this.#columns[column]!;
    const pivot = entering[at]!;
    const rows: number[] = [];
    for (let row = 0; row < entering.length; row++) if (row !== at && entering[row] !== 0) rows.push(row);
    let touched = 0;
    for (const factors of this.#columns) {
      if (factors[at] === 0 || factors === entering) continue;
      const share = snapped(factors[at]! / pivot);
      factors[at] = share;
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index]!;
        factors[row] = snapped(factors[row]! - entering[row]! * share);
      }
      touched += rows.length;
    }
    for (const row of rows) entering[row] = 0;
    entering[at] = 1;
    this.#effort.left -= (touched + this.#columns.length) / 64;
    const leaving = this.#basic[at]!;
    if (leaving !== -1) this.#rowOf[leaving] = -1;
    this.#rowOf[column] = at;
    this.#basic[at] = column;
  }
}
