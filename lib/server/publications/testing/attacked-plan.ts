import "server-only";
import fc from "fast-check";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { Value } from "@/lib/domain/values/value";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { asIndicator } from "@/test/disclosure-audit/as-indicator";
import { type TestWorld, testWorlds } from "@/test/disclosure-audit/test-world";
import { makeResultsPlan, type ReportedValues } from "@/test/factories/make-results-plan";
import { count, type IndicatorToMake, ratio } from "@/test/factories/results-framework";
import { loudWorlds } from "./loud-worlds";

// Worlds as the suppression's own attack makes them up, each as an indicator of one plan, and their reports approved by the
// product's own code, period after period.

const seed = 20_18;
const units: Record<string, string> = { u0: "KHM", u1: "LAO", u2: "THA", region: "REGION" };
const last = 2017;
const dimensions = { dima: ["a", "b", "c"], dimb: ["a", "b", "c"], dimc: ["a", "b", "c"] };

export interface AttackedWorld {
  world: TestWorld;
  /** Code of the indicator that it became. */
  indicator: string;
  isPercentage: boolean;
}

/** A value's place by the plan's codes. */
export interface Place {
  indicator: string;
  unit: string;
  period: string;
  cell: string;
}

export const placeKey = ({ indicator, unit, period, cell }: Place) => [indicator, unit, period, cell].join(" ");

/** Every world ends in the publication's own period. */
const periodOf = ({ periods }: TestWorld, period: string) =>
  String(last - periods.length + 1 + periods.indexOf(period));

const [always, never] = [fc.constant(true), fc.constant(false)];
const counts = fc.constant("count" as const);

function sampledWorlds(): TestWorld[] {
  const sample = (size: number, overrides: Parameters<typeof testWorlds>[0], from: number) =>
    fc.sample(testWorlds({ ...overrides, hasEarlier: never }), { numRuns: size, seed: seed + from });
  const several = fc.integer({ min: 2, max: 3 });
  return [
    // What is known only as "<5" the product adds up to two bounds, the worlds leave it out: there are no regions over it.
    ...sample(3, { kind: counts, hasRegion: always, hasImported: never, units: several }, 0),
    ...sample(2, { kind: counts, hasRegion: never, hasImported: always, periods: fc.constant(1) }, 1),
    ...sample(1, { kind: counts, hasRegion: never, periods: several }, 2),
    ...sample(1, { kind: fc.constant("percentage" as const), hasRegion: always, hasImported: never }, 3),
  ];
}

function indicatorOf({ world, isPercentage }: AttackedWorld): IndicatorToMake {
  const hasRegion = world.values.some(({ unit }) => unit === "region");
  // Without a baseline that a total counted from the plan's start could be subtracted from: the worlds know of none.
  const baseline = world.isCumulative ? undefined : isPercentage ? ratio(20, 50) : count(20);
  return {
    type: isPercentage ? "percentage" : "number",
    accumulation: world.isCumulative ? "cumulativeToDate" : "perPeriod",
    aggregation: hasRegion ? (isPercentage ? "ratioOfSums" : "sum") : "notComputable",
    decimals: 0,
    tables: [Object.keys(dimensions).slice(0, world.dimensions.length)],
    paths: { each: { baseline, targets: [30, 40, 50, 60] } },
  };
}

/** What the units report of a period, over all worlds. */
function reportsOf(worlds: readonly AttackedWorld[], period: string): Record<string, ReportedValues> {
  const reports: Record<string, Record<string, Record<string, Value>>> = {};
  for (const { world, indicator } of worlds) {
    for (const { unit, period: own, cell, value } of asIndicator(world).values) {
      if (unit === "region" || periodOf(world, own) !== period || !value) continue;
      const report = reports[units[unit]!] ?? {};
      reports[units[unit]!] = { ...report, [indicator]: { ...report[indicator], [cell]: value } };
    }
  }
  return reports;
}

export type AttackedPlan = Awaited<ReturnType<typeof makeAttackedPlan>>;

export async function makeAttackedPlan(prisma: PrismaClient, code: string) {
  const worlds = [...sampledWorlds(), ...loudWorlds].map((world, index): AttackedWorld => {
    const isPercentage = world.values.some(({ truth }) => truth.length === 2);
    return { world, isPercentage, indicator: `G1.1-${"abcdefghijklmnop"[index]}` };
  });
  const indicators = Object.fromEntries(worlds.map((each) => [each.indicator, indicatorOf(each)]));
  const plan = await makeResultsPlan(prisma, code, indicators, dimensions);
  const random = seededRandom(seed);
  /** How each value showed when it first came out. */
  const firstMarks = new Map<string, string>();
  const marksNow = async () => {
    const rows = await prisma.result.findMany({
      where: { planId: plan.planId, untilVersion: null },
      select: {
        disclosureState: true,
        unit: { select: { code: true } },
        period: { select: { code: true } },
        cell: { select: { key: true } },
        indicatorVersion: { select: { indicator: presentCode } },
      },
    });
    return new Map(
      rows.map(({ disclosureState, unit, period, cell, indicatorVersion: { indicator } }) => [
        placeKey({ indicator: codeOf(indicator), unit: unit.code, period: period.code, cell: cell.key }),
        disclosureState,
      ]),
    );
  };
  for (const period of ["2015", "2016", "2017"]) {
    const reports = reportsOf(worlds, period);
    if (Object.keys(reports).length > 0) await plan.approveTogether(period, reports, random);
    for (const [place, mark] of await marksNow()) if (!firstMarks.has(place)) firstMarks.set(place, mark);
  }
  return { code, planId: plan.planId, period: String(last), worlds, marks: await marksNow(), firstMarks };
}

/** The plan's place of each value of a world. */
export const placeOf = ({ world, indicator }: AttackedWorld, { unit, period, along }: TestWorld["values"][number]) => ({
  indicator,
  unit: units[unit]!,
  period: periodOf(world, period),
  cell:
    along.flatMap((category, axis) => (category === "*" ? [] : [`dim${"abc"[axis]}=${category}`])).join(";") || "total",
});
