import { type Bounds, type Effort, type System, unbounded } from "./whole-numbers";

const tiny = 1e-9;
/** Steps without getting anywhere, after which the first way is taken instead of the best, so that no circle is walked. */
const patience = 40;
const stepLimit = 600;

export type Drive = "reached" | "impossible" | "gaveUp";

/** Close to a whole number is that number: nearly all of the tableau is 0, 1 and -1. */
function snapped(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < tiny ? whole : value;
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
  /** basic + sum of factor x column = constant. */
  readonly #rows: Float64Array[] = [];
  readonly #basic: number[] = [];
  /** For each column its row, if it is basic; else -1. */
  readonly #rowOf: Int32Array;
  readonly #effort: Effort;

  /** @param counts open counts, with all that rules tie to them */
  constructor(system: System, bounds: Bounds, near: Float64Array, counts: readonly number[], effort: Effort) {
    this.counts = counts;
    for (const [column, count] of counts.entries()) this.#columnOf.set(count, column);
    const ruleIds = [...new Set(counts.flatMap((count) => system.termsOf[count]!.map(({ rule }) => rule)))];
    const rules = ruleIds.map((rule) => system.rules[rule]!);
    const slacks = rules.filter(({ least, most }) => least !== most);
    const width = counts.length + slacks.length;
    this.#near = new Float64Array(width);
    this.#low = new Float64Array(width);
    this.#high = new Float64Array(width);
    for (const [column, count] of counts.entries()) {
      this.#near[column] = near[count]!;
      this.#low[column] = bounds.low[count]!;
      this.#high[column] = bounds.high[count]!;
    }
    this.#rowOf = new Int32Array(width).fill(-1);
    this.#effort = effort;
    let slack = counts.length;
    for (const { counts: terms, signs, least, most } of rules) {
      const row = new Float64Array(width);
      let balance = 0;
      for (let term = 0; term < terms.length; term++) {
        const column = this.#columnOf.get(terms[term]!);
        balance += signs[term]! * near[terms[term]!]!;
        if (column !== undefined) row[column]! += signs[term]!;
      }
      if (least !== most) {
        // What is left over up to `most` lies from 0 to most - least.
        row[slack] = 1;
        this.#near[slack] = Math.min(most, unbounded) - balance;
        this.#low[slack] = most === Number.POSITIVE_INFINITY ? -2 * unbounded : 0;
        this.#high[slack] = Math.min(most, unbounded) - Math.max(least, -2 * unbounded);
        slack += 1;
      }
      this.#take(row);
    }
    this.values = this.#near.slice();
  }

  /** Solves a new row for one of its columns, and puts that into the others. */
  #take(row: Float64Array) {
    for (const [at, column] of this.#basic.entries()) subtract(row, this.#rows[at]!, row[column]!);
    let chosen = -1;
    for (let column = 0; column < row.length; column++) {
      const size = Math.abs(row[column]!);
      if (size < tiny) continue;
      if (chosen === -1 || Math.abs(size - 1) < Math.abs(Math.abs(row[chosen]!) - 1)) chosen = column;
      if (size === 1) break;
    }
    this.#effort.left -= row.length / 32;
    if (chosen === -1) return;
    scale(row, row[chosen]!);
    for (const other of this.#rows) {
      if (other[chosen] === 0) continue;
      subtract(other, row, other[chosen]!);
      this.#effort.left -= row.length / 128;
    }
    this.#rowOf[chosen] = this.#rows.length;
    this.#rows.push(row);
    this.#basic.push(chosen);
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
      const wanted = Math.sign(need);
      const way = row === -1 ? this.#itself(own, wanted) : this.#choose(this.#rows[row]!, wanted, idle > patience);
      if (!way) return "impossible";
      const rate = row === -1 ? 1 : Math.abs(this.#rows[row]![way.column]!);
      const moved = this.#move(way.column, way.sign, Math.abs(need) / rate, idle > patience);
      idle = moved > tiny ? 0 : idle + 1;
    }
    return "gaveUp";
  }

  #itself(column: number, sign: number) {
    return this.#canMove(column, sign) ? { column, sign } : undefined;
  }

  #canMove(column: number, sign: number): boolean {
    return sign > 0
      ? this.values[column]! < this.#high[column]! - tiny
      : this.values[column]! > this.#low[column]! + tiny;
  }

  /** A column that moves the row's basic count the way it should go, and itself can. */
  #choose(row: Float64Array, wanted: number, isFirst: boolean): { column: number; sign: number } | undefined {
    let best: { column: number; sign: number } | undefined;
    let bestRoom = -1;
    this.#effort.left -= row.length / 64;
    for (let column = 0; column < row.length; column++) {
      if (row[column] === 0 || this.#rowOf[column] !== -1) continue;
      const sign = row[column]! > 0 ? -wanted : wanted;
      if (!this.#canMove(column, sign)) continue;
      if (isFirst) return { column, sign };
      const room = this.#room(column, sign);
      if (room <= bestRoom) continue;
      best = { column, sign };
      bestRoom = room;
      if (room >= 4) break;
    }
    return best;
  }

  /** How far a column can go before another count stands in its way. */
  #room(column: number, sign: number): number {
    let room = sign > 0 ? this.#high[column]! - this.values[column]! : this.values[column]! - this.#low[column]!;
    for (let at = 0; at < this.#rows.length; at++) {
      const factor = this.#rows[at]![column]!;
      if (factor !== 0) room = Math.min(room, this.#limit(this.#basic[at]!, -factor * sign));
      if (room < tiny) return 0;
    }
    this.#effort.left -= this.#rows.length / 64;
    return room;
  }

  #limit(column: number, rate: number): number {
    const value = this.values[column]!;
    return Math.max(0, rate > 0 ? (this.#high[column]! - value) / rate : (this.#low[column]! - value) / rate);
  }

  /** Moves a column until it has gone far enough or something stands in its way. @returns how far it went */
  #move(column: number, sign: number, most: number, isFirst: boolean): number {
    const free = Math.min(most, this.#limit(column, sign));
    let blocked = Number.POSITIVE_INFINITY;
    let blocking = -1;
    for (let at = 0; at < this.#rows.length; at++) {
      const factor = this.#rows[at]![column]!;
      if (factor === 0) continue;
      const limit = this.#limit(this.#basic[at]!, -factor * sign);
      if (limit > blocked + tiny) continue;
      if (limit < blocked - tiny || this.#isBetter(at, blocking, column, isFirst)) blocking = at;
      blocked = Math.min(blocked, limit);
    }
    this.#effort.left -= this.#rows.length / 64;
    const step = Math.min(free, blocked);
    if (step > 0) {
      this.values[column] = snapped(this.values[column]! + sign * step);
      for (let at = 0; at < this.#rows.length; at++) {
        const factor = this.#rows[at]![column]!;
        const basic = this.#basic[at]!;
        if (factor !== 0) this.values[basic] = snapped(this.values[basic]! - factor * sign * step);
      }
    }
    if (blocked < free - tiny) this.#pivot(blocking, column);
    return step;
  }

  #isBetter(at: number, than: number, column: number, isFirst: boolean): boolean {
    if (isFirst) return this.#basic[at]! < this.#basic[than]!;
    const off = (row: number) => Math.abs(Math.abs(this.#rows[row]![column]!) - 1);
    return off(at) < off(than);
  }

  #pivot(at: number, column: number) {
    const row = this.#rows[at]!;
    scale(row, row[column]!);
    for (const other of this.#rows) {
      if (other === row || other[column] === 0) continue;
      subtract(other, row, other[column]!);
      this.#effort.left -= row.length / 128;
    }
    this.#rowOf[this.#basic[at]!] = -1;
    this.#rowOf[column] = at;
    this.#basic[at] = column;
  }
}

function scale(row: Float64Array, by: number) {
  if (by === 1) return;
  for (let column = 0; column < row.length; column++) if (row[column] !== 0) row[column] = snapped(row[column]! / by);
}

function subtract(row: Float64Array, other: Float64Array, factor: number) {
  if (factor === 0) return;
  for (let column = 0; column < row.length; column++) {
    if (other[column] !== 0) row[column] = snapped(row[column]! - factor * other[column]!);
  }
}
