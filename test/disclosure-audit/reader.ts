import type { DisclosureState } from "@/lib/domain/suppression/tables/linked-figures";
import { Attacker, type Equation, equation, type SomeSmall, type Unknown } from "./attacker";
import { type Sum, sumsIn, type TestWorld, type TrueFigure } from "./test-world";

const roles = { 1: ["count"], 2: ["numerator", "denominator"] } as const;
const rolesOf = ({ truth }: TrueFigure): readonly string[] => roles[truth.length as 1 | 2];
const key = (figure: TrueFigure, role: string) => `${figure.id} ${role}`;
const isPercentage = ({ truth }: TrueFigure) => truth.length === 2;
const complement = ({ truth }: TrueFigure) => truth[1]! - truth[0]!;
const anything: Unknown = { low: 0, high: Number.POSITIVE_INFINITY };

const holds = (sum: Sum, at: number) =>
  sum.reduce((all, [figure, factor]) => all + factor * figure.truth[at]!, 0) === 0;

/** Pairs of periods of one cell that were both reported. */
function pairsIn({ figures, isCumulative }: TestWorld): [TrueFigure, TrueFigure][] {
  if (!isCumulative) return [];
  return figures.flatMap((later) =>
    figures
      .filter((earlier) => earlier.unit === later.unit && earlier.along.join() === later.along.join())
      .filter(
        (earlier) => earlier.period < later.period && earlier.reported !== "missing" && later.reported !== "missing",
      )
      .map((earlier): [TrueFigure, TrueFigure] => [earlier, later]),
  );
}

/** What a reader is told in the worst case: which sums hold, which figures were hidden before, which went dark. */
function equationsOf(world: TestWorld, shown: ReadonlyMap<string, number>): Equation[] {
  const equations: Equation[] = [];
  for (const sum of sumsIn(world)) {
    for (const [at, role] of rolesOf(sum[0]![0]).entries()) {
      if (holds(sum, at))
        equations.push(
          equation(
            sum.map(([figure, factor]) => [key(figure, role), factor]),
            shown,
          ),
        );
    }
  }
  return equations;
}

/** Plain counts that are two or more to anyone who sees which figures are zero, and takes all meant sums for true. */
function findAtLeastTwo(world: TestWorld, zeros: ReadonlySet<TrueFigure>): ReadonlySet<TrueFigure> {
  const isZero = (figure: TrueFigure) => zeros.has(figure) || (figure.reported === "exact" && figure.truth[0] === 0);
  /** 0, 1, or 2 for "two or more"; what the source says "<5" of can rise as well. */
  const least = new Map<TrueFigure, number>();
  const leastOf = (figure: TrueFigure) => least.get(figure) ?? 0;
  let isRising = true;
  const raise = (figure: TrueFigure, to: number) => {
    const higher = Math.min(2, to);
    if (isZero(figure) || higher <= leastOf(figure)) return;
    least.set(figure, higher);
    isRising = true;
  };
  for (const figure of world.figures) if (figure.reported === "exact") raise(figure, 1);
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
  return new Set(world.figures.filter((figure) => leastOf(figure) === 2));
}

/** Imported counts that the source's own exact figures leave no choice but 0. */
function findKnownZeros(world: TestWorld): ReadonlySet<TrueFigure> {
  const unknowns = new Map<string, Unknown>();
  const exact = new Map<string, number>();
  for (const figure of world.figures) {
    for (const [at, role] of rolesOf(figure).entries()) {
      if (figure.reported === "exact") exact.set(key(figure, role), figure.truth[at]!);
      else unknowns.set(key(figure, role), { ...anything, ...(figure.reported === "imported" && { high: 4 }) });
    }
  }
  const rises = risesIn(world, exact);
  for (const { id } of rises) unknowns.set(id, anything);
  const attacker = new Attacker(unknowns, [...equationsOf(world, exact), ...rises.map(({ equation }) => equation)]);
  const imported = world.figures.filter(({ reported }) => reported === "imported");
  return new Set(imported.filter((figure) => !attacker.canBe(key(figure, "count"), 1, 4)));
}

interface Rise {
  id: string;
  equation: Equation;
  earlier: TrueFigure;
  later: TrueFigure;
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
}

/** Attacks what is shown of a world. @returns what the promise says and the reader could disprove, in words */
export function attack(world: TestWorld, { states, dark }: Shown, n: number): string[] {
  const zeros = findKnownZeros(world);
  const two = findAtLeastTwo(world, zeros);
  const shown = new Map<string, number>();
  const unknowns = new Map<string, Unknown>();
  const someSmall: SomeSmall[] = [];
  const equations: Equation[] = [];
  const isSmall = (value: number) => value > 0 && value < n;
  for (const figure of world.figures) {
    const state = states.get(figure.id)!;
    const isDark = dark.includes(figure.id);
    if (state === "shown")
      for (const [at, role] of rolesOf(figure).entries()) shown.set(key(figure, role), figure.truth[at]!);
    else if (zeros.has(figure)) shown.set(key(figure, "count"), 0);
    else if (state === "missing") for (const role of rolesOf(figure)) unknowns.set(key(figure, role), anything);
    else if (isPercentage(figure)) {
      const ids = ["numerator", "complement", "denominator"].map((role) => key(figure, role));
      const gap = state === "suppressed" && !isDark && !figure.earlier ? { gap: n } : {};
      for (const id of ids) unknowns.set(id, { ...anything, ...gap });
      equations.push({ terms: new Map(ids.map((id, at) => [id, at === 2 ? -1 : 1])), equals: 0 });
      if (state === "small") someSmall.push({ ids, below: n });
    } else if (state === "small" || figure.earlier === "small")
      unknowns.set(key(figure, "count"), { low: figure.reported === "imported" ? 0 : 1, high: n - 1 });
    else {
      const low =
        figure.reported === "imported" ? 0 : isDark || figure.earlier === "suppressed" || two.has(figure) ? 1 : n;
      unknowns.set(key(figure, "count"), { ...anything, low });
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
  const expectSmall = (id: string) => {
    for (let value = 1; value < n; value++) if (!attacker.canBe(id, value)) broken.push(`${id} can't be ${value}`);
  };
  const expectOpen = (id: string) => {
    if (!attacker.isOpen(id)) broken.push(`${id} can be computed`);
  };
  for (const figure of world.figures) {
    const state = states.get(figure.id)!;
    if ((state !== "small" && state !== "suppressed") || zeros.has(figure)) continue;
    const amounts = isPercentage(figure)
      ? ([
          ["numerator", figure.truth[0]!],
          ["denominator", figure.truth[1]!],
          ["complement", complement(figure)],
        ] as const)
      : ([["count", figure.truth[0]!]] as const);
    for (const [role, amount] of amounts) {
      // 0% and 100% count nobody.
      if (role !== "count" && role !== "denominator" && amount === 0) continue;
      if (state === "small" && (figure.reported === "imported" || isSmall(amount))) expectSmall(key(figure, role));
      else expectOpen(key(figure, role));
    }
  }
  for (const { id, earlier, later, to, by } of rises) {
    if (!isSmall(by) || earlier.reported !== "exact" || later.reported !== "exact") continue;
    if (isSmall(to) || dark.includes(later.id)) expectOpen(id);
    else expectSmall(id);
  }
  return broken;
}
