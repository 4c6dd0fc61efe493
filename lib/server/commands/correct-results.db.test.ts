import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { method } from "@/lib/domain/results/method";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { countryProgress, indicatorProgress, regionalProgress } from "@/lib/server/queries/results/public-progress";
import { asOf } from "@/lib/server/results/stored/as-of";
import { auditWhere } from "@/test/factories/make-report";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { refusal } from "@/test/factories/reporting-plan";
import { count, type IndicatorToMake, sixCountries } from "@/test/factories/results-framework";
import { correctResults } from "./correct-results";

let database: Database;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const now = new Date("2026-11-27T04:00:00Z");
const rising = { baseline: count(100), targets: [120, 140, 160, 180] };
const indicators: Record<string, IndicatorToMake> = {
  "G1.1-a": { tables: [["sex"]], paths: { each: rising } },
  "G1.1-b": { countsPersons: false, paths: { each: rising } },
  "G1.1-c": { countsPersons: false, paths: { each: rising } },
};

async function makePlan() {
  const code = `corrected${++plans}`;
  const plan = await makeResultsPlan(database.prisma, code, indicators);
  return {
    ...plan,
    code,
    correct: (given: { indicators?: string[]; isTrial?: boolean } = {}) =>
      correctResults({ plan: code, indicators: null, ...given }, now),
    /** Makes rows of the present as a program with other rules would have made them. */
    plant: async (change: string, where = "true") => {
      await database.pool.query("ALTER TABLE result DISABLE TRIGGER result_append_only");
      await database.pool.query(
        `UPDATE result r SET ${change} WHERE plan_id = ${plan.planId} AND until_version IS NULL AND ${where}`,
      );
      await database.pool.query("ALTER TABLE result ENABLE TRIGGER result_append_only");
    },
    /** Everything that stands, and that ever stood. */
    all: async () => ({
      plan: await database.prisma.plan.findUniqueOrThrow({ where: { id: plan.planId } }),
      results: await database.prisma.result.findMany({
        where: { planId: plan.planId },
        orderBy: { fromVersion: "asc" },
      }),
      versions: await database.prisma.resultsVersion.findMany({ where: { planId: plan.planId } }),
      events: await auditWhere(database.prisma, { stream: `results:${plan.planId}` }),
    }),
    at: (unit: string, indicator: string, cell = "total") =>
      `unit_id = ${plan.unitIds[unit]} AND cell_id = (SELECT id FROM cell WHERE plan_id = ${plan.planId} AND key = '${cell}')
        AND indicator_version_id IN (SELECT v.id FROM indicator_version v JOIN edition_indicator e USING (indicator_id)
          WHERE e.code = '${indicator}')`,
  };
}

/** What everybody reads of a plan; null: at present. */
async function everything(code: string, version: string | null) {
  const read = [
    await regionalProgress(code, "2015", "en", version),
    ...(await Promise.all(sixCountries.map((unit) => countryProgress(code, unit, "2015", "en", version)))),
    ...(await Promise.all(Object.keys(indicators).map((each) => indicatorProgress(code, each, "2015", "en", version)))),
  ];
  return JSON.parse(JSON.stringify(read));
}

const shown = (number: string) => ({ state: "shown", value: count(number) });
const parts = (female: number, male: number) => ({
  total: count(female + male),
  "sex=female": count(female),
  "sex=male": count(male),
});

describe("a correction of a rule", () => {
  it("works out anew what an older method made, says what changed, and leaves earlier versions as they were", async () => {
    const plan = await makePlan();
    await plan.approve("THA", "2015", { "G1.1-a": parts(60, 57), "G1.1-b": count(115) });
    await plan.approve("KHM", "2015", { "G1.1-b": count(120) });
    await plan.plant("method = 0");
    await plan.plant("status = 'missed', public_status = 'missed'", plan.at("THA", "G1.1-b"));
    await plan.plant("number = 999", plan.at("REGION", "G1.1-b"));
    const wrong = await everything(plan.code, null);
    const before = await plan.all();
    const jobs = await database.prisma.job.count();

    const tried = await plan.correct({ isTrial: true });
    expect(tried).toMatchObject({
      changed: [
        {
          indicator: "G1.1-b",
          unit: "REGION",
          period: "2015",
          cell: "total",
          before: { value: shown("999") },
          after: { value: shown("235") },
        },
        {
          indicator: "G1.1-b",
          unit: "THA",
          period: "2015",
          cell: "total",
          before: { value: shown("115"), status: "missed" },
          after: { value: shown("115"), status: "accelerationNeeded" },
        },
      ],
      explainedOtherwise: 0,
      lost: [],
      gaveUp: [],
      resultsVersion: null,
    });
    expect(tried!.unchanged).toBe(before.results.filter(({ untilVersion }) => untilVersion === null).length - 2);
    expect(await plan.all()).toEqual(before);
    expect(await database.prisma.job.count()).toBe(jobs);

    expect(await plan.correct()).toEqual({ ...tried, resultsVersion: 4 });
    expect((await plan.result("REGION", "2015", "G1.1-b"))?.number?.toString()).toBe("235");
    expect(await plan.result("THA", "2015", "G1.1-b")).toMatchObject({
      publicStatus: "accelerationNeeded",
      valueSince: 2,
    });
    const after = await plan.all();
    expect(after.versions.at(-1)).toMatchObject({ version: 4, cause: "correction" });
    expect(after.events).toMatchObject([
      { action: "resultsCorrected", after: { resultsVersion: 4, method, changed: 2, unchanged: tried!.unchanged } },
    ]);
    expect(new Set(after.results.filter(({ untilVersion }) => untilVersion === null).map((row) => row.method))).toEqual(
      new Set([method]),
    );
    expect(await everything(plan.code, "3")).toEqual(wrong);
    expect(await everything(plan.code, null)).not.toEqual(wrong);
    expect(await database.prisma.result.count({ where: { planId: plan.planId, ...asOf(3), method: { not: 0 } } })).toBe(
      0,
    );

    expect(await plan.correct()).toBeNull();
    expect(await plan.all()).toEqual(after);
  });

  it("hides no more than was hidden, and tells a status over hidden values by today's rules", async () => {
    const plan = await makePlan();
    const hiding = Object.fromEntries(
      sixCountries.map((unit, index) => [unit, { "G1.1-a": parts(3 + index, 1 + index) }]),
    );
    for (const year of ["2015", "2016", "2017", "2018"]) await plan.approveTogether(year, hiding, seededRandom(1));
    const told = await plan.result("KHM", "2015", "G1.1-a");
    expect([told?.disclosureState, told?.publicStatus]).toEqual(["suppressed", "movingAway"]);
    await plan.plant("method = 0");
    await plan.plant(
      "status = 'onTrack', public_status = 'onTrack'",
      `${plan.at("KHM", "G1.1-a")} AND period_id = ${plan.periodIds["2015"]}`,
    );
    const corrected = await plan.correct();
    expect(corrected?.changed).toMatchObject([
      { unit: "KHM", period: "2015", before: { status: "onTrack" }, after: { status: "movingAway" } },
    ]);
    expect(corrected?.explainedOtherwise).toBe(0);
  });

  it("works out named indicators whatever made them, and no other", async () => {
    const plan = await makePlan();
    await plan.approve("THA", "2015", { "G1.1-b": count(115), "G1.1-c": count(115) });
    const before = await plan.all();
    expect(await plan.correct({ indicators: ["G1.1-b"] })).toBeNull();
    expect(await plan.all()).toEqual(before);
    for (const each of ["G1.1-b", "G1.1-c"]) await plan.plant("ratio = 0.1, public_ratio = 0.1", plan.at("THA", each));
    expect(await plan.correct({ indicators: ["G1.1-b"] })).toMatchObject({
      indicators: ["G1.1-b"],
      changed: [],
      explainedOtherwise: 1,
      resultsVersion: 3,
    });
    const ratioOf = async (indicator: string) => (await plan.result("THA", "2015", indicator))?.publicRatio?.toFixed(6);
    expect([await ratioOf("G1.1-c"), await ratioOf("G1.1-b")]).toEqual(["0.100000", "0.750000"]);
    await expect(plan.correct({ indicators: ["G1.1-b", "G9.9-z"] })).rejects.toThrow(refusal("notFound"));
    await expect(correctResults({ plan: "nowhere", indicators: null }, now)).rejects.toThrow(refusal("notFound"));
  });

  it("is worked out again where something else is published meanwhile", async () => {
    const plan = await makePlan();
    await plan.approve("THA", "2015", { "G1.1-b": count(115) });
    await plan.plant("method = 0");
    await plan.plant("number = 999", plan.at("REGION", "G1.1-b"));
    const [corrected] = await Promise.all([plan.correct(), plan.approve("KHM", "2016", { "G1.1-b": count(120) })]);
    const { plan: present, results, events } = await plan.all();
    expect(present.resultsVersion).toBe(4);
    const sumIn = async (year: string) => (await plan.result("REGION", year, "G1.1-b"))?.number?.toString();
    expect([await sumIn("2015"), await sumIn("2016")]).toEqual(["115", "120"]);
    expect(results.filter((row) => row.untilVersion === null && row.method !== method)).toEqual([]);
    expect(events).toMatchObject([{ after: { resultsVersion: corrected?.resultsVersion } }]);
  });
});
