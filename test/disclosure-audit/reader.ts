import type { DisclosureState } from "@/lib/domain/suppression/tables/linked-values";
import { Attacker, type Equation, equation, type SomeSmall, type Unknown } from "./attacker";
import { type Sum, sumsIn, type TestWorld, type TrueValue } from "./test-world";

const roles = { 1: ["count"], 2: ["numerator", "denominator"] } as const;
const rolesOf = ({ truth }: TrueValue): readonly string[] => roles[truth.length as 1 | 2];
const key = (value: TrueValue, role: string) => `${value.id} ${role}`;
const isPercentage = ({ truth }: TrueValue) => truth.length === 2;
const complement = ({ truth }: TrueValue) => truth[1]! - truth[0]!;
const anything: Unknown = { low: 0, high: Number.POSITIVE_INFINITY };

const holds = (sum: Sum, at: number) => sum.reduce((all, [value, factor]) => all + factor * value.truth[at]!, 0) === 0;

/** Pairs of periods of one cell that were both reported. */
function pairsIn({ values, isCumulative }: TestWorld): [TrueValue, TrueValue][] {
  if (!isCumulative) return [];
  return values.flatMap((later) =>
    values
      .filter((earlier) => earlier.unit === later.unit && earlier.along.join() === later.along.join())
      .filter(
        (earlier) => earlier.period < later.period && earlier.reported !== "missing" && later.reported !== "missing",
      )
      .map((earlier): [TrueValue, TrueValue] => [earlier, later]),
  );
}

/** What a reader is told in the worst case: which sums hold, which values were hidden before, which went dark. */
function equationsOf(world: TestWorld, shown: ReadonlyMap<string, number>): Equation[] {
  const equations: Equation[] = [];
  for (const sum of sumsIn(world)) {
    for (const [at, role] of rolesOf(sum[0]![0]).entries()) {
      if (holds(sum, at))
        equations.push(
          equation(
            sum.map(([value, factor]) => [key(value, role), factor]),
            shown,
          ),
        );
    }
  }
  return equations;
}

/** Plain counts that are two or more to anyone who sees which values are zero, and takes all meant sums for true. */
function findAtLeastTwo(world: TestWorld, zeros: ReadonlySet<TrueValue>): ReadonlySet<TrueValue> {
  const isZero = (value: TrueValue) => zeros.has(value) || (value.reported === "exact" && value.truth[0] === 0);
  /** 0, 1, or 2 for "two or more"; what the source says "<5" of can rise as well. */
  const least = new Map<TrueValue, number>();
  const leastOf = (value: TrueValue) => least.get(value) ?? 0;
  let isRising = true;
  const raise = (value: TrueValue, to: number) => {
    const higher = Math.min(2, to);
    if (isZero(value) || higher <= leastOf(value)) return;
    least.set(value, higher);
    isRising = true;
  };
  for (const value of world.values) if (value.reported === "exact") raise(value, 1);
  while (isRising) {
    isRising = false;
    for (const sum of sumsIn(world)) {
      const total = sum.at(-1)![0];
      const parts = sum.slice(0, -1).map(([part]) => part);
      raise(
        total,
        parts.reduce((all, part) => all + leastOf(part), 0),
      );
      const [only, ...others] = parts.filter((part) => !isZero(part));
      if (only && others.length === 0) raise(only, leastOf(total));
    }
    for (const [earlier, later] of pairsIn(world)) raise(later, leastOf(earlier));
  }
  return new Set(world.values.filter((value) => leastOf(value) === 2));
}

/** Imported counts that the source's own exact values leave no choice but 0. */
function findKnownZeros(world: TestWorld): ReadonlySet<TrueValue> {
  const unknowns = new Map<string, Unknown>();
  const exact = new Map<string, number>();
  for (const value of world.values) {
    for (const [at, role] of rolesOf(value).entries()) {
      if (value.reported === "exact") exact.set(key(value, role), value.truth[at]!);
      else unknowns.set(key(value, role), { ...anything, ...(value.reported === "imported" && { high: 4 }) });
    }
  }
  const rises = risesIn(world, exact);
  for (const { id } of rises) unknowns.set(id, anything);
  const attacker = new Attacker(unknowns, [...equationsOf(world, exact), ...rises.map(({ equation }) => equation)]);
  const imported = world.values.filter(({ reported }) => reported === "imported");
  return new Set(imported.filter((value) => !attacker.canBe(key(value, "count"), 1, 4)));
}

interface Rise {
  id: string;
  equation: Equation;
  earlier: TrueValue;
  later: TrueValue;
  /** What the later count is, and how much it has risen. */
  to: number;
  by: number;
}

/** What came in between any two periods of a cumulative indicator; falls are left out. */
function risesIn(world: TestWorld, shown: ReadonlyMap<string, number>): Rise[] {
  return pairsIn(world).flatMap(([earlier, later]) =>
    rolesOf(later).flatMap((role, at): Rise[] => {
      const by = later.truth[at]! - earlier.truth[at]!;
      if (by < 0) return [];
      const id = `${key(later, role)} since ${earlier.period}`;
      const terms = [
        [key(earlier, role), 1],
        [id, 1],
        [key(later, role), -1],
      ] as const;
      return [{ id, equation: equation(terms, shown), earlier, later, to: later.truth[at]!, by }];
    }),
  );
}

export interface Shown {
  states: ReadonlyMap<string, DisclosureState>;
  dark: readonly string[];
  /** Named as given away before: nothing is promised of them. */
  lost?: readonly string[];
}

/** The bound of the `<n` that is told of a value: the lowest that ever was. */
const boundOf = ({ before }: TrueValue, n: number) => before?.bounds?.lowest ?? n;

/** What "suppressed" told of a value before: so many or more. Where he didn't keep it, all that it may have told under other thresholds. */
const toldLeast = ({ before, truth }: TrueValue) =>
  before?.toldLeast ?? Math.max(1, ...(before?.stoodUnder ?? []).filter((each) => truth[0]! >= each));

/** Attacks what is shown of a world. @returns what the promise says and the reader could disprove, in words */
export function attack(world: TestWorld, { states, dark, lost = [] }: Shown, n: number): string[] {
  const zeros = findKnownZeros(world);
  const two = findAtLeastTwo(world, zeros);
  const shown = new Map<string, number>();
  const unknowns = new Map<string, Unknown>();
  const someSmall: SomeSmall[] = [];
  const equations: Equation[] = [];
  const isSmall = (value: number) => value > 0 && value < n;
  for (const value of world.values) {
    const state = states.get(value.id)!;
    const isDark = dark.includes(value.id);
    if (state === "shown" || value.earlier === "shown")
      for (const [at, role] of rolesOf(value).entries()) shown.set(key(value, role), value.truth[at]!);
    else if (zeros.has(value)) shown.set(key(value, "count"), 0);
    else if (state === "missing") for (const role of rolesOf(value)) unknowns.set(key(value, role), anything);
    else if (isPercentage(value)) {
      const ids = ["numerator", "complement", "denominator"].map((role) => key(value, role));
      const told = value.earlier === "suppressed" ? (value.before?.toldLeast ?? 1) : 1;
      const gap = state === "suppressed" && !isDark && !value.earlier ? { gap: n } : told > 1 ? { gap: told } : {};
      for (const id of ids) unknowns.set(id, { ...anything, ...gap });
      equations.push({ terms: new Map(ids.map((id, at) => [id, at === 2 ? -1 : 1])), equals: 0 });
      if (state === "small") someSmall.push({ ids, below: n });
    } else if (state === "small" || value.earlier === "small")
      unknowns.set(key(value, "count"), { low: value.reported === "imported" ? 0 : 1, high: boundOf(value, n) - 1 });
    else {
      const low =
        value.reported === "imported" ? 0 : isDark || value.earlier === "suppressed" || two.has(value) ? 1 : n;
      const told = value.earlier === "suppressed" && value.reported === "exact" ? toldLeast(value) : 0;
      unknowns.set(key(value, "count"), { ...anything, low: Math.max(low, told) });
    }
  }
  const rises = risesIn(world, shown);
  for (const { id, equation } of rises) {
    unknowns.set(id, anything);
    equations.push(equation);
  }
  equations.push(...equationsOf(world, shown));
  const attacker = new Attacker(unknowns, equations, someSmall);
  if (!attacker.isConsistent()) return ["what is shown contradicts itself"];

  const broken: string[] = [];
  const expectSmall = (id: string, below = n) => {
    for (let value = 1; value < below; value++) if (!attacker.canBe(id, value)) broken.push(`${id} can't be ${value}`);
  };
  const expectOpen = (id: string) => {
    if (!attacker.isOpen(id)) broken.push(`${id} can be computed`);
  };
  for (const value of world.values) {
    const state = states.get(value.id)!;
    if ((state !== "small" && state !== "suppressed") || zeros.has(value)) continue;
    if (value.earlier === "shown" || lost.includes(value.id)) continue;
    const amounts = isPercentage(value)
      ? ([
          ["numerator", value.truth[0]!],
          ["denominator", value.truth[1]!],
          ["complement", complement(value)],
        ] as const)
      : ([["count", value.truth[0]!]] as const);
    for (const [role, amount] of amounts) {
      // 0% and 100% count nobody.
      if (role !== "count" && role !== "denominator" && amount === 0) continue;
      const below = boundOf(value, n);
      if (state === "small" && (value.reported === "imported" || amount < below)) expectSmall(key(value, role), below);
      else expectOpen(key(value, role));
    }
  }
  const isAfterOther = world.values.some(({ before }) => before);
  for (const { id, earlier, later, to, by } of rises) {
    const both = (earlier.before?.stoodUnder ?? []).filter((each) => later.before?.stoodUnder?.includes(each));
    if (by < 1 || by >= Math.max(n, ...both) || earlier.reported !== "exact" || later.reported !== "exact") continue;
    if (lost.includes(later.id)) continue;
    // Where another threshold told of values, no more than two of a rise are left to promise.
    if (isAfterOther || isSmall(to) || dark.includes(later.id)) expectOpen(id);
    else expectSmall(id);
  }
  return broken;
}
