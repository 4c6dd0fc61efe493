import { isSmall, type LinearRule } from "@/lib/domain/suppression/solver/whole-numbers";
import { type Amount, type Count, isMissing, type Role, readValue } from "./counts";
import { type Increment, type LinkedValue, type LinkedValues, riseBound } from "./linked-values";

/** Parts minus total, which is meant to be 0 but may turn out otherwise. */
interface CountedSum {
  /** With every part, also those of which nothing is known. */
  all: LinearRule;
  /** Without those: what a reader has who takes them for nothing. The same rule where it's none of them, or all. */
  given: LinearRule;
  isTentative: boolean;
}

/** The values of an indicator as counts, and the rules that are meant to hold between them. */
export interface CountedValues {
  values: readonly LinkedValue[];
  counts: readonly Count[];
  /** For each value, its counts; none for what is no count of persons. */
  countsOf: readonly (readonly number[])[];
  sums: readonly CountedSum[];
  /** Numerator and complement make the denominator: always so. */
  complements: readonly LinearRule[];
  /** Earlier count and increment make the later count. */
  increments: readonly { rule: LinearRule; increment: number }[];
}

const unknown: Amount = { exact: null, below: null };
const zeroSum = (parts: readonly number[], total: number): LinearRule => ({
  counts: [...parts, total],
  signs: [...parts.map(() => 1), -1],
  least: 0,
  most: 0,
});

class Counting {
  readonly counts: Count[] = [];
  readonly countsOf: number[][];
  readonly #roles: readonly Role[];

  constructor(values: readonly LinkedValue[]) {
    this.countsOf = values.map(() => []);
    this.#roles = values.some(({ value }) => value?.kind === "ratio") ? ["numerator", "denominator"] : ["count"];
  }

  has(place: number): boolean {
    return this.countsOf[place]!.length > 0;
  }

  find(place: number, role: Role): number | undefined {
    return this.countsOf[place]!.find((count) => this.counts[count]!.role === role);
  }

  add(place: number, role: Role, amount: Amount): number {
    const count = this.counts.push({ place, role, ...amount }) - 1;
    if (role !== "increment") this.countsOf[place]!.push(count);
    return count;
  }

  addUnknown(place: number) {
    for (const role of this.#roles) this.add(place, role, unknown);
  }

  addReported(place: number, value: LinkedValue["value"]): LinearRule[] {
    const amounts = readValue(value);
    for (const role of ["count", "numerator", "complement", "denominator"] as const) {
      const amount = amounts[role];
      if (amount) this.add(place, role, amount);
    }
    const [numerator, complement, denominator] = this.countsOf[place]!;
    return denominator === undefined ? [] : [zeroSum([numerator!, complement!], denominator)];
  }

  sums(total: number, parts: readonly number[], isGiven: (place: number) => boolean, isTentative: boolean) {
    return this.#roles.flatMap((role): CountedSum[] => {
      const whole = this.find(total, role);
      const every = parts.flatMap((part) => this.find(part, role) ?? []);
      const given = every.filter((count) => isGiven(this.counts[count]!.place));
      if (whole === undefined || every.length === 0) return [];
      const all = zeroSum(every, whole);
      const isAlike = given.length === 0 || given.length === every.length;
      return [{ all, given: isAlike ? all : zeroSum(given, whole), isTentative }];
    });
  }

  increments(from: number, to: number, steps: number, below: number): CountedValues["increments"] {
    const roles = this.#roles.length > 1 ? ([...this.#roles, "complement"] as const) : this.#roles;
    return roles.flatMap((role) => {
      const [before, after] = [this.find(from, role), this.find(to, role)];
      if (before === undefined || after === undefined) return [];
      const [a, b] = [this.counts[before]!.exact, this.counts[after]!.exact];
      const exact = a !== null && b !== null && b >= a ? b - a : null;
      // Over several periods a rise follows from those between, so only what is small by itself matters.
      if (steps > 1 && (exact === null || !isSmall(exact, below))) return [];
      const increment = this.add(to, "increment", { exact, below: null });
      return [{ rule: zeroSum([before, increment], after), increment }];
    });
  }
}

/**
 * Breaks values up into counts and rules. A missing value is a count too, of which nothing is known: two sums in which
 * it stands must agree on it, and that may tell of the other parts.
 * @throws {RangeError} for a sum or increment of a value that isn't given
 */
export function countValues(linked: LinkedValues, threshold: number): CountedValues {
  const { values } = linked;
  const counting = new Counting(values);
  const indexOf = new Map(values.map(({ id }, index) => [id, index]));
  const find = (id: string): number => {
    const index = indexOf.get(id);
    if (index === undefined) throw new RangeError(`no such value: ${id}`);
    return index;
  };
  const sums = linked.sums.map((sum) => ({ ...sum, total: find(sum.total), parts: sum.parts.map(find) }));
  const increments = linked.increments.map((each: Increment) => ({
    ...each,
    from: find(each.from),
    to: find(each.to),
  }));

  const complements = linked.countsPersons
    ? values.flatMap(({ value }, place) => counting.addReported(place, value))
    : [];
  const isUnknown = (place: number) => !counting.has(place) && isMissing(values[place]!.value);
  // A missing value with reported parts is nearly given. Sums of sums may be missing, so this goes on until none is added.
  const given = new Set([...values.keys()].filter((place) => counting.has(place)));
  for (let before = -1; before < given.size; ) {
    before = given.size;
    for (const { total, parts } of sums) {
      if (isUnknown(total) && parts.some((part) => given.has(part))) {
        counting.addUnknown(total);
        given.add(total);
      }
    }
  }
  for (const { total, parts } of sums) {
    if (given.has(total)) for (const part of parts) if (isUnknown(part)) counting.addUnknown(part);
  }
  return {
    values,
    counts: counting.counts,
    countsOf: counting.countsOf,
    sums: sums.flatMap(({ total, parts, isTentative }) =>
      given.has(total) ? counting.sums(total, parts, (place) => given.has(place), isTentative ?? false) : [],
    ),
    complements,
    increments: increments.flatMap(({ from, to, steps }) =>
      counting.increments(from, to, steps, riseBound(values[from]!, values[to]!, threshold)),
    ),
  };
}
