import { realSolution } from "./simplex";

/** A value that isn't shown: what its state alone tells. `gap` n: it is 0 or at least n. */
export interface Unknown {
  low: number;
  high: number;
  gap?: number;
}

/** Factor x unknown, added up, equals a number that is shown. */
export interface Equation {
  terms: ReadonlyMap<string, number>;
  equals: number;
}

/** At least one of these is from 1 to `below - 1`. */
export interface SomeSmall {
  ids: readonly string[];
  below: number;
}

/** Sums that were shown or hidden, as an equation over what is hidden. */
export function equation(
  terms: readonly (readonly [id: string, factor: number])[],
  shown: ReadonlyMap<string, number>,
): Equation {
  const open = new Map<string, number>();
  let equals = 0;
  for (const [id, factor] of terms) {
    const value = shown.get(id);
    if (value === undefined) open.set(id, (open.get(id) ?? 0) + factor);
    else equals -= factor * value;
  }
  return { terms: open, equals };
}

const stepLimit = 1500;

/** The attacker gave up over a question: neither yes nor no. */
export class Undecided extends Error {}

/**
 * A reader who wants to know what is hidden, with nothing but what is shown. Asks whether an unknown can have a value by
 * solving the equations in real numbers and branching on every unknown that isn't whole (branch and bound). A "yes" is
 * checked in whole numbers.
 */
export class Attacker {
  readonly #ids: readonly string[];
  readonly #unknowns: ReadonlyMap<string, Unknown>;
  readonly #equations: readonly Equation[];
  readonly #someSmall: readonly SomeSmall[];
  readonly #found: Map<string, number>[] = [];

  constructor(
    unknowns: ReadonlyMap<string, Unknown>,
    equations: readonly Equation[],
    someSmall: readonly SomeSmall[] = [],
  ) {
    this.#ids = [...unknowns.keys()];
    this.#unknowns = unknowns;
    this.#equations = equations;
    this.#someSmall = someSmall;
  }

  /** Whether anything at all fits: if not, the reader's beliefs contradict each other. */
  isConsistent(): boolean {
    return this.#ids.length === 0
      ? this.#equations.every(({ equals }) => equals === 0)
      : this.canBe(this.#ids[0]!, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  /** Whether the unknown can be from `low` to `high`. @throws Undecided */
  canBe(id: string, low: number, high = low): boolean {
    const isMet = (solution: ReadonlyMap<string, number>) => solution.get(id)! >= low && solution.get(id)! <= high;
    if (this.#found.some(isMet)) return true;
    const bounds = new Map([...this.#unknowns].map(([each, unknown]) => [each, { ...unknown }]));
    const own = bounds.get(id)!;
    own.low = Math.max(own.low, low);
    own.high = Math.min(own.high, high);
    const steps = { left: stepLimit };
    const solution = this.#withoutZeros(bounds, id, steps) ?? this.#search(bounds, steps);
    if (!solution && steps.left <= 0) throw new Undecided(`can't find out whether ${id} can be ${low} to ${high}`);
    if (solution) this.#found.push(solution);
    return solution !== undefined;
  }

  /** One value that the unknown may have. @throws if nothing fits */
  possibleValue(id: string): number {
    if (!this.isConsistent()) throw new Error("nothing fits");
    return this.#found[0]!.get(id)!;
  }

  /** Whether at least two values are possible. */
  isOpen(id: string): boolean {
    if (!this.isConsistent()) return false;
    const value = this.#found[0]!.get(id)!;
    return this.canBe(id, value + 1, Number.POSITIVE_INFINITY) || this.canBe(id, Number.NEGATIVE_INFINITY, value - 1);
  }

  /** What may be 0 or at least n is mostly at least n: tried first, for it spares most of the branching. */
  #withoutZeros(bounds: Map<string, Unknown>, id: string, steps: { left: number }) {
    const higher = [...bounds].map(([each, { gap = 0, ...unknown }]): [string, Unknown] => {
      const low = each === id ? unknown.low : Math.max(unknown.low, gap);
      return [each, { ...unknown, low, gap }];
    });
    return higher.some(([, { low, high }]) => low > high) ? undefined : this.#search(new Map(higher), steps);
  }

  #search(bounds: Map<string, Unknown>, steps: { left: number }): Map<string, number> | undefined {
    if (steps.left-- <= 0) return undefined;
    const index = new Map(this.#ids.map((id, at) => [id, at]));
    const values = realSolution({
      low: this.#ids.map((id) => bounds.get(id)!.low),
      high: this.#ids.map((id) => bounds.get(id)!.high),
      equations: this.#equations.map(({ terms, equals }) => ({
        terms: [...terms].map(([id, factor]) => [index.get(id)!, factor] as const),
        equals,
      })),
    });
    if (!values) return undefined;
    for (const [at, id] of this.#ids.entries()) {
      const value = values[at]!;
      const { gap = 0 } = bounds.get(id)!;
      const whole = Math.round(value);
      if (Math.abs(value - whole) > 1e-5) return this.#either(bounds, steps, id, Math.floor(value), Math.ceil(value));
      if (whole > 0 && whole < gap) return this.#either(bounds, steps, id, 0, gap);
    }
    const solution = new Map(this.#ids.map((id, at) => [id, Math.round(values[at]!)]));
    const unmet = this.#someSmall.find(
      ({ ids, below }) => !ids.some((id) => solution.get(id)! >= 1 && solution.get(id)! < below),
    );
    if (unmet) {
      for (const id of unmet.ids) {
        const narrower = this.#within(bounds, id, 1, unmet.below - 1);
        const found = narrower && this.#search(narrower, steps);
        if (found) return found;
      }
      return undefined;
    }
    this.#verify(solution);
    return solution;
  }

  #either(bounds: Map<string, Unknown>, steps: { left: number }, id: string, most: number, least: number) {
    const [below, above] = [
      this.#within(bounds, id, 0, most),
      this.#within(bounds, id, least, Number.POSITIVE_INFINITY),
    ];
    return (below && this.#search(below, steps)) ?? (above && this.#search(above, steps));
  }

  #within(bounds: Map<string, Unknown>, id: string, low: number, high: number): Map<string, Unknown> | undefined {
    const own = bounds.get(id)!;
    const narrower = { ...own, low: Math.max(own.low, low), high: Math.min(own.high, high) };
    return narrower.low <= narrower.high ? new Map(bounds).set(id, narrower) : undefined;
  }

  #verify(solution: ReadonlyMap<string, number>) {
    for (const { terms, equals } of this.#equations) {
      let sum = 0;
      for (const [id, factor] of terms) sum += factor * solution.get(id)!;
      if (sum !== equals) throw new Error("the attacker has miscalculated");
    }
  }
}
