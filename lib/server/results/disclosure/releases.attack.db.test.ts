import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import { nameRelease } from "@/lib/server/commands/name-release";
import { restoreTakenDown } from "@/lib/server/commands/restore-taken-down";
import { takeDown } from "@/lib/server/commands/take-down";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { isPossible, type Range, type SumOfParts } from "@/test/disclosure-audit/sums-puzzle";
import { makeReporting } from "@/test/factories/make-reporting";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { count } from "@/test/factories/results-framework";
import { publishedPlan } from "../read/plan";
import { publicReader } from "../read/result-reader";

// A reader who opens every version and every release that there is an address of, has all of them before him at once, knows
// the rules and trusts every sum.

let database: Database;
let secretariat: Actor;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
  secretariat = (await makeReporting(database.prisma)).actors.secretariat;
});
afterAll(() => database.close());

const units = ["KHM", "LAO", "THA"] as const;
const cells = ["total", "sex=female", "sex=male"] as const;
/** No value of these tests comes near it (three countries with 22 each), so that "suppressed" may be anything up to it. */
const most = 100;
const now = new Date("2018-06-11T04:00:00Z");

type Shown = "shown" | "small" | "suppressed" | "missing";

/** All that anybody is told, as one system: what each value may be, and what adds up to what. */
interface Told {
  ranges: Map<string, Range>;
  sums: SumOfParts[];
  /** The most that some page told of each value. */
  states: Map<string, Shown>;
  /** What is the case. */
  truth: Map<string, number>;
  /** Which value stood in a place from a version on. */
  stood: { place: string; name: string; from: number }[];
}

const fromMostTelling: readonly Shown[] = ["shown", "small", "suppressed", "missing"];
const moreTelling = (one: Shown, other: Shown) => fromMostTelling.find((each) => each === one || each === other)!;

/** Reads what stands at an address (`17`, `17~june-2018`) through the public's reader. @returns whether anything does */
async function read({ planId, unitIds }: ResultsPlan, code: string, address: string, told: Told): Promise<boolean> {
  const plan = await publishedPlan(code, "en", address);
  if (!plan) return false;
  const codeOf = new Map(Object.entries(unitIds).map(([unit, id]) => [id, unit]));
  // A value that stays as it is, or stands again after it was missing, is known again.
  const rows = await database.prisma.result.findMany({
    where: { planId, number: { not: null } },
    orderBy: { fromVersion: "asc" },
    select: { unitId: true, fromVersion: true, untilVersion: true, number: true, cell: { select: { key: true } } },
  });
  const names = new Map<string, string>();
  const last = new Map<string, string>();
  for (const { unitId, fromVersion: from, untilVersion, number, cell } of rows) {
    const place = `${codeOf.get(unitId)} ${cell.key}`;
    const before = last.get(place);
    const name = before !== undefined && told.truth.get(before) === Number(number) ? before : `${place} ${from}`;
    last.set(place, name);
    told.truth.set(name, Number(number));
    told.stood.push({ place, name, from });
    if (from <= plan.version && plan.version <= (untilVersion ?? plan.version)) names.set(place, name);
  }
  for (const { unitId, cell, value: shown } of await publicReader(plan).results({})) {
    const name = names.get(`${codeOf.get(unitId)} ${cell}`);
    if (name === undefined) continue;
    const exact = shown.state === "shown" && shown.value.kind === "number" ? Number(shown.value.number) : null;
    const [low, high] = exact !== null ? [exact, exact] : shown.state === "small" ? [1, 4] : [0, most];
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
function lostOf(named: readonly string[], told: Told): Set<string> {
  return new Set(
    named.map((value) => {
      const [, unit, cell, until] = /^G1.1-a (\w+)\|2015\|([^@]+)@(\d+)$/.exec(value)!;
      const before = told.stood.filter(({ place, from }) => place === `${unit} ${cell}` && from <= Number(until));
      return before.toSorted((one, other) => one.from - other.from).at(-1)!.name;
    }),
  );
}

/** What the reader disproves of the promise. */
function disproved({ ranges, sums, states, truth }: Told, lost: ReadonlySet<string>): string[] {
  const puzzle = { ranges, sums: [...new Map(sums.map((sum) => [JSON.stringify(sum), sum])).values()] };
  const possible = (name: string, values: readonly number[]) =>
    values.filter((value) => isPossible(puzzle, name, value));
  return [...states].flatMap(([name, state]) => {
    if (lost.has(name) || state === "missing") return [];
    const isCount = truth.get(name)! >= 1 && truth.get(name)! <= 4;
    if (state === "shown") return isCount ? [`${name} stands in the open`] : [];
    const small = possible(name, [1, 2, 3, 4]);
    if (state === "small") return small.length === 4 ? [] : [`${name} shows as <5 and can only be ${small}`];
    const others = Array.from({ length: most + 1 }, (_, value) => value);
    const isOpen = possible(name, [truth.get(name)!]).length === 1 && possible(name, others).length > 1;
    return isOpen ? [] : [`${name} is suppressed and can be computed`];
  });
}

const step = fc.record({
  unit: fc.constantFrom(...units),
  female: fc.integer({ min: 0, max: 11 }),
  male: fc.integer({ min: 0, max: 11 }),
  /** The version before it gets a name. */
  isReleased: fc.boolean(),
  /** Whose value is taken down before it, and restored after. */
  takenDown: fc.option(fc.constantFrom(...units)),
});
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const of = (unit: Step["unit"], female: number, male: number): Step => ({
  ...{ unit, female, male, isReleased: true, takenDown: null },
});
/** What was broken before: "suppressed" though anybody could add it up, or `<5` though a later version made it at least 2. */
const brokenOnce = [
  [of("KHM", 6, 3), of("LAO", 0, 0), [of("KHM", 0, 0)], 0],
  [of("KHM", 0, 1), of("LAO", 0, 5), [of("KHM", 0, 0)], 0],
  [of("KHM", 4, 0), of("LAO", 6, 0), [of("KHM", 3, 1)], 0],
  [of("KHM", 0, 2), of("LAO", 0, 7), [of("THA", 0, 1), of("THA", 0, 0)], 0],
] satisfies [first: Step, second: Step, steps: Step[], seed: number][];

const valuesOf = ({ female, male }: Step) => ({
  "G1.1-a": { total: count(female + male), "sex=female": count(female), "sex=male": count(male) },
});

/** A history of approvals and of reports that are corrected and approved again, with releases in between. */
async function publishAll(first: Step, second: Step, steps: readonly Step[], seed: number) {
  const code = `attack${++plans}`;
  const plan = await makeResultsPlan(database.prisma, code, { "G1.1-a": { tables: [["sex"]] } });
  const actor = {
    ...secretariat,
    roles: [{ role: "secretariat" as const, plan: { id: plan.planId, code }, unit: null }],
  };
  const random = seededRandom(seed);
  const present = async () =>
    (await database.prisma.plan.findUniqueOrThrow({ where: { code }, select: { resultsVersion: true } }))
      .resultsVersion;
  const lost: string[] = [];
  const note = (named: readonly string[], version: number) =>
    lost.push(...named.map((value) => (value.includes("@") ? value : `${value}@${version}`)));
  const releases: string[] = [];
  let takenDown = 0;
  await plan.approveTogether("2015", { KHM: valuesOf(first), LAO: valuesOf(second) }, random);
  for (const next of steps) {
    const before = await present();
    const taken = next.takenDown === null ? null : await takeDownIfPublic(actor, code, next.takenDown);
    const published = await plan.approve(next.unit, "2015", valuesOf(next), random);
    note(published.lost, published.resultsVersion);
    if (taken !== null) {
      await restoreTakenDown(actor, code, taken, now);
      takenDown += 1;
    }
    if (!next.isReleased) continue;
    const release = { code: `release-${before}`, title: "Named", notes: "", titleTh: "", notesTh: "" };
    await nameRelease(actor, { plan: code, version: before, ...release }, now);
    releases.push(release.code);
  }
  const told = await database.prisma.auditPayload.findMany({
    where: { event: { planId: plan.planId, action: { in: ["takenDown", "restored"] } } },
    select: { after: true },
  });
  for (const { after } of told) {
    const { version, unprotected } = after as { version: number; unprotected?: string[] };
    note(unprotected ?? [], version);
  }
  return { code, plan, lost, releases, takenDown, present: await present() };
}

async function takeDownIfPublic(actor: Actor, plan: string, unit: string): Promise<number | null> {
  const part = { kind: "value" as const, indicator: "G1.1-a" };
  try {
    return await takeDown(actor, { plan, unit, period: "2015", part, reason: "A family." }, now);
  } catch (error) {
    if (error instanceof Refusal && error.code === "notPublic") return null;
    throw error;
  }
}

describe("all versions and all releases together", () => {
  it("leave each count shown as <5 open from 1 to 4, and nothing suppressed can be computed", async () => {
    let lostInAll = 0;
    let releasesInAll = 0;
    let takenDownInAll = 0;
    const steps = fc.array(step, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(step, step, steps, fc.integer(), async (first, second, steps, seed) => {
        const { code, plan, lost, releases, takenDown, present } = await publishAll(first, second, steps, seed);
        const told: Told = { ranges: new Map(), sums: [], states: new Map(), truth: new Map(), stood: [] };
        let addresses = 0;
        // Releases first: what they tell isn't known from a version yet.
        for (const release of releases) addresses += (await read(plan, code, `${present}~${release}`, told)) ? 1 : 0;
        expect(addresses).toBe(releases.length);
        for (let version = 2; version <= present; version++)
          addresses += (await read(plan, code, String(version), told)) ? 1 : 0;
        expect(addresses).toBe(releases.length + present - 1);
        const lostNow = lostOf(lost, told);
        lostInAll += lostNow.size;
        releasesInAll += releases.length;
        takenDownInAll += takenDown;
        expect(disproved(told, lostNow)).toEqual([]);
      }),
      { numRuns: 20, seed: 1, examples: brokenOnce },
    );
    // A zero that became somebody, under a total of 4 that stayed: it can't be 1 any more.
    expect(lostInAll).toBeLessThan(5);
    expect(releasesInAll).toBeGreaterThan(10);
    expect(takenDownInAll).toBeGreaterThan(10);
  }, 180_000);
});
