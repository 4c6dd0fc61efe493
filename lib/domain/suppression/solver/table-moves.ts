import type { CountedValues } from "../tables/count-values";
import type { Role } from "../tables/counts";

/** Counts that change together so that every sum of a table still holds: each by 1 or -1 times the same amount. */
export interface TableMove {
  counts: readonly number[];
  signs: readonly number[];
}

/** Counterparts tried along each axis; the cheapest are taken. */
const counterpartLimit = 4;

/** Numerator and complement stand to the denominator as parts to their total. */
const roleCodes: Record<Role, string> = {
  count: "",
  denominator: "",
  numerator: "numerator",
  complement: "complement",
  increment: "",
};

interface Cell {
  key: number;
  sign: number;
}

/** The counts of all values by their place in the tables: a code along each axis, with 0 for the total over it. */
export class TableGrid {
  readonly #places: readonly (readonly number[] | undefined)[];
  readonly #counts = new Map<number, number>();
  /** How far apart two neighbouring codes of an axis lie in a key, and how many there are. */
  readonly #axes: { step: number; size: number }[] = [];

  /** For each count of a cumulative table, the same cell before and after. */
  readonly #before = new Map<number, number[]>();
  readonly #after = new Map<number, number[]>();

  constructor({ values, counts, increments }: CountedValues) {
    for (const { rule } of increments) {
      const [from, , to] = rule.counts as [number, number, number];
      this.#before.set(to, [...(this.#before.get(to) ?? []), from]);
      this.#after.set(from, [...(this.#after.get(from) ?? []), to]);
    }
    const codes: Map<string, number>[] = [];
    const codeOf = (text: string, axis: number): number => {
      codes[axis] ??= new Map([["", 0]]);
      const code = codes[axis].get(text) ?? codes[axis].size;
      codes[axis].set(text, code);
      return code;
    };
    this.#places = counts.map(({ place, role }) => {
      if (role === "increment") return undefined;
      const { table, along } = values[place]!;
      return [roleCodes[role], ...along, table].map(codeOf);
    });
    let step = 1;
    for (const { size } of codes) {
      this.#axes.push({ step, size });
      step *= size;
    }
    for (const [count, place] of this.#places.entries()) if (place) this.#counts.set(this.#keyOf(place), count);
  }

  #keyOf(place: readonly number[]): number {
    return place.reduce((key, code, axis) => key + code * this.#axes[axis]!.step, 0);
  }

  /** Increments stand in no table. */
  holds(count: number): boolean {
    return this.#places[count] !== undefined;
  }

  /**
   * The moves that change a count by 1. Along each axis it has a counterpart: another category of the same total
   * (changed by -1), the total, or if it is a total itself one of its parts (changed by 1 like it). Crossing the
   * counterparts of all axes gives the other counts that change.
   * @param priceOf what changing a count costs; undefined for one that can't change
   * @param mended an axis along which no counterpart is wanted, for the change mends a sum there
   */
  movesAt(count: number, priceOf: (count: number) => number | undefined, mended?: number): TableMove[] {
    const place = this.#places[count];
    if (!place) return [{ counts: [count], signs: [1] }];
    const start = this.#keyOf(place);
    let crossings: Cell[][] = [[{ key: start, sign: 1 }]];
    // The last axis is the table itself: nothing adds up over it.
    for (const axis of this.#axes.slice(0, -1).keys()) {
      if (axis === mended) continue;
      const counterparts = this.#counterparts(start, axis, place[axis]!, priceOf);
      if (!counterparts) continue;
      crossings = crossings.flatMap((cells) =>
        counterparts.map(({ key, sign }) => [
          ...cells,
          ...cells.map((cell) => ({ key: cell.key + key - start, sign: cell.sign * sign })),
        ]),
      );
    }
    return crossings.map((cells) => this.#moveOf(cells));
  }

  /** The axis that a sum with these two counts runs along. */
  axisBetween(count: number, other: number): number | undefined {
    const [place, beside] = [this.#places[count], this.#places[other]];
    return place && beside && this.#axes.findIndex((_, axis) => place[axis] !== beside[axis]);
  }

  /** The same move in a cumulative table, made in all later periods too, in all earlier ones, and in all. */
  spread(move: TableMove): TableMove[] {
    const later = this.#along(move, this.#after);
    const earlier = this.#along(move, this.#before);
    if (later.counts.length === move.counts.length)
      return earlier.counts.length === move.counts.length ? [] : [earlier];
    return earlier.counts.length === move.counts.length ? [later] : [later, earlier, this.#along(later, this.#before)];
  }

  #along({ counts, signs }: TableMove, next: ReadonlyMap<number, readonly number[]>): TableMove {
    const signOf = new Map(counts.map((count, index) => [count, signs[index]!]));
    for (const [count, sign] of signOf) {
      for (const other of next.get(count) ?? []) if (!signOf.has(other)) signOf.set(other, sign);
    }
    return { counts: [...signOf.keys()], signs: [...signOf.values()] };
  }

  /** Undefined if no sum ties the place along this axis; empty if one does, but nothing beside it can change. */
  #counterparts(start: number, axis: number, own: number, priceOf: (count: number) => number | undefined) {
    const { step, size } = this.#axes[axis]!;
    const found: (Cell & { price: number })[] = [];
    let isTied = false;
    for (let other = 0; other < size; other++) {
      const key = start + (other - own) * step;
      const count = this.#counts.get(key);
      if (other === own || count === undefined) continue;
      const isAlike = own === 0 || other === 0;
      isTied ||= isAlike;
      const price = priceOf(count);
      if (price !== undefined) found.push({ key, sign: isAlike ? 1 : -1, price });
    }
    return isTied ? found.sort((a, b) => a.price - b.price).slice(0, counterpartLimit) : undefined;
  }

  #moveOf(cells: readonly Cell[]): TableMove {
    const counts: number[] = [];
    const signs: number[] = [];
    for (const { key, sign } of cells) {
      const count = this.#counts.get(key);
      if (count === undefined) continue;
      counts.push(count);
      signs.push(sign);
    }
    return { counts, signs };
  }
}
