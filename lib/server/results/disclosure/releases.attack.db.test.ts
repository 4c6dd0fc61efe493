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
import { makeReporting } from "@/test/factories/make-reporting";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { count } from "@/test/factories/results-framework";
import { disproved, lostOf, nothingTold, readAll, units } from "../testing/reader-of-versions";

let database: Database;
let secretariat: Actor;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
  secretariat = (await makeReporting(database.prisma)).actors.secretariat;
});
afterAll(() => database.close());

const now = new Date("2018-06-11T04:00:00Z");

const step = fc.record({
  unit: fc.constantFrom(...units),
  female: fc.integer({ min: 0, max: 11 }),
  male: fc.integer({ min: 0, max: 11 }),
  /** The version before it gets a name. */
  isReleased: fc.boolean(),
  /** Whose value is taken down before it, and restored after. */
  takenDown: fc.option(fc.constantFrom(...units)),
  /** Set before it, and left. */
  threshold: fc.constantFrom(null, null, 3, 5, 8, 11),
});
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const of = (unit: Step["unit"], female: number, male: number): Step => ({
  unit,
  female,
  male,
  isReleased: true,
  takenDown: null,
  threshold: null,
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
  let threshold = 5;
  let changed = 0;
  await plan.approveTogether("2015", { KHM: valuesOf(first), LAO: valuesOf(second) }, random);
  for (const next of steps) {
    const before = await present();
    if (next.threshold !== null && next.threshold !== threshold) {
      threshold = next.threshold;
      changed += 1;
      const { lost: given, resultsVersion } = await plan.setThreshold(threshold, random);
      note(given, resultsVersion);
    }
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
  return { code, plan, lost, releases, takenDown, changed, present: await present() };
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

/** Reads all that there is to read of a history. @returns what the reader disproves, and how much is lost */
async function attacked({ code, plan, lost, releases, present }: Awaited<ReturnType<typeof publishAll>>) {
  const told = nothingTold();
  let addresses = 0;
  // Releases first: what they tell isn't known from a version yet.
  for (const release of releases)
    addresses += (await readAll(database, plan, code, `${present}~${release}`, told)) ? 1 : 0;
  expect(addresses).toBe(releases.length);
  told.hidden.clear();
  for (let version = 2; version <= present; version++)
    addresses += (await readAll(database, plan, code, String(version), told)) ? 1 : 0;
  expect(addresses).toBe(releases.length + present - 1);
  const lostNow = lostOf(lost, told);
  return { found: disproved(told, lostNow), lost: lostNow.size };
}

describe("all versions and all releases together", () => {
  it("leave each count shown as <5 open from 1 to 4, and nothing suppressed can be computed", {
    tags: ["long"],
    timeout: 180_000,
  }, async () => {
    let lostInAll = 0;
    let releasesInAll = 0;
    let takenDownInAll = 0;
    const underFive = step.map((each) => ({ ...each, threshold: null }));
    const steps = fc.array(underFive, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(underFive, underFive, steps, fc.integer(), async (first, second, steps, seed) => {
        const history = await publishAll(first, second, steps, seed);
        const { found, lost } = await attacked(history);
        lostInAll += lost;
        releasesInAll += history.releases.length;
        takenDownInAll += history.takenDown;
        expect(found).toEqual([]);
      }),
      { numRuns: 20, seed: 1, examples: brokenOnce },
    );
    // A zero that became somebody, under a total of 4 that stayed: it can't be 1 any more.
    expect(lostInAll).toBeLessThan(5);
    expect(releasesInAll).toBeGreaterThan(10);
    expect(takenDownInAll).toBeGreaterThan(10);
  });

  it("keep under every threshold what each of them told, and show nothing that one of them hid", {
    tags: ["long"],
    timeout: 240_000,
  }, async () => {
    let changedInAll = 0;
    const steps = fc.array(step, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(step, step, steps, fc.integer(), async (first, second, steps, seed) => {
        const history = await publishAll(first, second, steps, seed);
        changedInAll += history.changed;
        expect((await attacked(history)).found).toEqual([]);
      }),
      { numRuns: 24, seed: 2 },
    );
    expect(changedInAll).toBeGreaterThan(15);
  });
});
