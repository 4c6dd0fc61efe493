import "server-only";
import type { Database } from "@/lib/server/db/client";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { publicReader } from "@/lib/server/results/read/result-reader";
import { isPossible, type Range, type SumOfParts } from "@/test/disclosure-audit/sums-puzzle";
import type { ResultsPlan } from "@/test/factories/make-results-plan";

// A reader who opens every version and every release that there is an address of, has all of them before him at once, knows
// the rules and trusts every sum.

export const units = ["KHM", "LAO", "THA"] as const;
const cells = ["total", "sex=female", "sex=male"] as const;
/** No value of these tests comes near it (three countries with 22 each), so that "suppressed" may be anything up to it. */
const most = 100;

type Shown = "shown" | "small" | "suppressed" | "missing";

/** All that anybody is told, as one system: what each value may be, and what adds up to what. */
export interface Told {
  ranges: Map<string, Range>;
  sums: SumOfParts[];
  /** The most that some page told of each value. */
  states: Map<string, Shown>;
  /** The lowest n of the `<n` that some page told of each value. */
  bounds: Map<string, number>;
  /** Values that were hidden in some version, and what a page showed that it mustn't. */
  hidden: Set<string>;
  broken: string[];
  /** What is the case. */
  truth: Map<string, number>;
  /** Which value stood in a place from a version on. */
  stood: { place: string; name: string; from: number }[];
}

const fromMostTelling: readonly Shown[] = ["shown", "small", "suppressed", "missing"];
const moreTelling = (one: Shown, other: Shown) => fromMostTelling.find((each) => each === one || each === other)!;

export const nothingTold = (): Told => ({
  ranges: new Map(),
  sums: [],
  states: new Map(),
  bounds: new Map(),
  truth: new Map(),
  stood: [],
  hidden: new Set(),
  broken: [],
});

/** Reads what stands at an address (`17`, `17~june-2018`) through the public's reader. @returns whether anything does */
export async function readAll(
  { prisma }: Database,
  { planId, unitIds }: ResultsPlan,
  code: string,
  address: string,
  told: Told,
): Promise<boolean> {
  const plan = await publishedPlan(code, "en", address);
  if (!plan) return false;
  const codeOf = new Map(Object.entries(unitIds).map(([unit, id]) => [id, unit]));
  // A value that stays as it is, or stands again after it was missing, is known again.
  const rows = await prisma.result.findMany({
    where: { planId, number: { not: null } },
    orderBy: { fromVersion: "asc" },
    select: {
      unitId: true,
      fromVersion: true,
      untilVersion: true,
      number: true,
      toldLeast: true,
      cell: { select: { key: true } },
    },
  });
  const names = new Map<string, string>();
  const last = new Map<string, string>();
  /** What "suppressed" told of a value when it first stood: he knows which were in the dark. */
  const least = new Map<string, number>();
  for (const { unitId, fromVersion: from, untilVersion, number, toldLeast, cell } of rows) {
    const place = `${codeOf.get(unitId)} ${cell.key}`;
    const before = last.get(place);
    const name = before !== undefined && told.truth.get(before) === Number(number) ? before : `${place} ${from}`;
    last.set(place, name);
    told.truth.set(name, Number(number));
    told.stood.push({ place, name, from });
    if (from <= plan.version && plan.version <= (untilVersion ?? plan.version)) names.set(place, name);
    least.set(name, Math.max(toldLeast ?? 0, least.get(name) ?? 0));
  }
  for (const { unitId, cell, value: shown } of await publicReader(plan).results({})) {
    const name = names.get(`${codeOf.get(unitId)} ${cell}`);
    if (name === undefined) continue;
    const exact = shown.state === "shown" && shown.value.kind === "number" ? Number(shown.value.number) : null;
    const below = shown.state === "small" ? shown.below : most + 1;
    const atLeast = shown.state === "suppressed" ? least.get(name)! : 0;
    const [low, high] = exact !== null ? [exact, exact] : shown.state === "small" ? [1, below - 1] : [atLeast, most];
    if (exact !== null && exact >= 1 && exact < plan.head.threshold) told.broken.push(`${name} stands in the open`);
    if (shown.state === "small") told.bounds.set(name, Math.min(below, told.bounds.get(name) ?? below));
    if (shown.state === "small" || shown.state === "suppressed") told.hidden.add(name);
    else if (told.hidden.has(name)) told.broken.push(`${name} was hidden and is shown`);
    const [from, to] = told.ranges.get(name) ?? [0, most];
    told.ranges.set(name, [Math.max(low, from), Math.min(high, to)]);
    const state = shown.state === "words" ? "missing" : shown.state;
    told.states.set(name, moreTelling(state, told.states.get(name) ?? "missing"));
  }
  const nameOf = (of: string, cell: string) => names.get(`${of} ${cell}`)!;
  const reported = units.filter((unit) => names.has(`${unit} total`));
  for (const of of ["REGION", ...reported])
    told.sums.push([nameOf(of, "total"), [nameOf(of, "sex=female"), nameOf(of, "sex=male")]]);
  for (const cell of cells) told.sums.push([nameOf("REGION", cell), reported.map((of) => nameOf(of, cell))]);
  return true;
}

/** Of what approvals said can't be protected any more: the value that stood there, or until the version that is named. */
export function lostOf(named: readonly string[], told: Told): Set<string> {
  return new Set(
    named.map((value) => {
      const [, unit, cell, until] = /^G1.1-a (\w+)\|2015\|([^@]+)@(\d+)$/.exec(value)!;
      const before = told.stood.filter(({ place, from }) => place === `${unit} ${cell}` && from <= Number(until));
      return before.toSorted((one, other) => one.from - other.from).at(-1)!.name;
    }),
  );
}

/** What the reader disproves of the promise. */
export function disproved({ ranges, sums, states, bounds, broken, truth }: Told, lost: ReadonlySet<string>): string[] {
  const puzzle = { ranges, sums: [...new Map(sums.map((sum) => [JSON.stringify(sum), sum])).values()] };
  const possible = (name: string, values: readonly number[]) =>
    values.filter((value) => isPossible(puzzle, name, value));
  const found = [...states].flatMap(([name, state]) => {
    if (lost.has(name) || state === "missing" || state === "shown") return [];
    if (state === "small") {
      const below = bounds.get(name)!;
      const small = possible(
        name,
        Array.from({ length: below - 1 }, (_, less) => less + 1),
      );
      return small.length === below - 1 ? [] : [`${name} shows as <${below} and can only be ${small}`];
    }
    const others = Array.from({ length: most + 1 }, (_, value) => value);
    const isOpen = possible(name, [truth.get(name)!]).length === 1 && possible(name, others).length > 1;
    return isOpen ? [] : [`${name} is suppressed and can be computed`];
  });
  return [...broken, ...found];
}
