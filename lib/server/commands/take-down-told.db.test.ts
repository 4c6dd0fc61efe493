import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { explanationsOf } from "@/lib/charts/prepare/prepare-explanation";
import { wording } from "@/lib/charts/wording.testing";
import type { Actor } from "@/lib/domain/permissions";
import { publicationWords } from "@/lib/i18n/publication-words";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import { indicatorProgress } from "@/lib/server/queries/results/public-progress";
import { resultsFile } from "@/lib/server/queries/results/results-file";
import { publicParts } from "@/lib/server/queries/take-downs";
import { fileWords } from "@/test/factories/everything-public";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { makeResultsPlan, type ReportedValues, type ResultsPlan } from "@/test/factories/make-results-plan";
import { refusal } from "@/test/factories/reporting-plan";
import { count } from "@/test/factories/results-framework";
import { restoreTakenDown } from "./restore-taken-down";
import { takeDown } from "./take-down";

// Whose value may be taken down, and what readers are told of one that was.

const now = new Date("2018-06-11T17:30:00Z");
let database: Database;
let reporting: Reporting;
let plan: ResultsPlan;
let code: string;
let plans = 0;

beforeAll(async () => {
  database = await testDatabase();
  reporting = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const rising = { baseline: count(100), targets: [120, 140, 160, 180] };

/** G1.1-a is the countries', G1.2-r the region's own. Results versions: 2 and 3 two countries', 4 the region's. */
beforeEach(async () => {
  code = `told${++plans}`;
  plan = await makeResultsPlan(database.prisma, code, {
    "G1.1-a": { paths: { each: rising } },
    "G1.2-r": { level: "region", countsPersons: false, paths: { REGION: rising } },
  });
  for (const [unit, number] of Object.entries({ KHM: 130, THA: 140 }))
    await plan.approve(unit, "2015", { "G1.1-a": count(number) });
  await plan.approve("REGION", "2015", { "G1.2-r": count(150) });
});

const secretariat = (): Actor => ({
  ...reporting.actors.secretariat,
  roles: [{ role: "secretariat", plan: { id: plan.planId, code }, unit: null }],
});
const take = (unit: string, indicator: string) =>
  takeDown(
    secretariat(),
    { plan: code, unit, period: "2015", part: { kind: "value", indicator }, reason: "It counts a family." },
    now,
  );
const view = async (indicator: string, at: string | null) => {
  const read = await indicatorProgress(code, indicator, "2015", "en", at);
  if (!read) throw new Error(`no page of ${indicator}`);
  return read;
};

const takenDown = { state: "missing", reason: "takenDown" };
const explainedIn = (read: Parameters<typeof explanationsOf>[0]) => explanationsOf(read, wording);

describe("a value may be taken down", () => {
  it("of whom it is reported by, and isn't offered of anybody else", async () => {
    await expect(take("REGION", "G1.1-a")).rejects.toThrow(refusal("notPublic"));
    await expect(take("KHM", "G1.2-r")).rejects.toThrow(refusal("notPublic"));
    expect(await database.prisma.takeDown.count({ where: { planId: plan.planId } })).toBe(0);
    const offered = async (unit: string) =>
      (await publicParts(secretariat(), { plan: code, unit, period: "2015" }, "en"))?.parts;
    expect(await offered("REGION")).toMatchObject([{ indicator: "G1.2-r" }]);
    expect(await offered("KHM")).toMatchObject([{ indicator: "G1.1-a" }]);
  });

  it("also where it is the region's own, of which the page goes on to say what it was to reach", async () => {
    await take("REGION", "G1.2-r");
    for (const at of ["4", null]) {
      const read = await view("G1.2-r", at);
      expect(read.region?.points.at(-1)?.value).toEqual(takenDown);
      expect(JSON.stringify(read)).not.toContain("150");
      expect(explainedIn(read)).toMatchObject([
        { unit: { code: "REGION" }, sentence: null, reason: { code: "takenDown" }, facts: { A: "120", b: "100" } },
      ]);
    }
  });
});

it("of what was taken down a version tells only where it stood, and reviewers are told until it is restored", async () => {
  const told = async () =>
    (await reportForReview(secretariat(), { plan: code, unit: "LAO", period: "2015" }, { locale: "en", now }))
      ?.takenDown;
  for (const values of [{}, { "G1.1-a": count(50) }] as ReportedValues[]) await plan.approve("LAO", "2015", values);
  expect(await told()).toEqual([]);
  const id = await take("LAO", "G1.1-a");
  const shown = async (at: string) =>
    (await view("G1.1-a", at)).countries.find((each) => each.code === "LAO")?.points.at(-1)?.value;
  expect(await shown("5")).toEqual({ state: "missing", reason: "notReported" });
  for (const at of ["6", "7"]) expect(await shown(at)).toEqual(takenDown);
  expect(await told()).toMatchObject([{ kind: "value", indicator: "G1.1-a", title: "Indicator G1.1-a" }]);
  await restoreTakenDown(secretariat(), code, id, now);
  expect(await told()).toEqual([]);
});

describe("of a value that was taken down", () => {
  beforeEach(() => take("THA", "G1.1-a"));

  it("is told that the secretariat took it down, at every version, and not that the country didn't report", async () => {
    for (const at of ["3", "5", null]) {
      const read = await view("G1.1-a", at);
      const thailand = explainedIn(read).find(({ unit }) => unit.code === "THA");
      expect(thailand).toMatchObject({ sentence: null, reason: { code: "takenDown" }, facts: { A: "120", b: "100" } });
      expect(read.countries.find(({ code }) => code === "THA")).toMatchObject({ status: "noValue", ratio: null });
    }
  });

  it("nothing is told by the region of an earlier version, which says so", async () => {
    const before = await view("G1.1-a", "3");
    expect(before.region).toMatchObject({ status: "notAssessed", countries: null, assessment: null });
    expect(before.region?.points.at(-1)?.value).toEqual(takenDown);
    expect(explainedIn(before).at(-1)).toMatchObject({
      unit: { code: "REGION" },
      sentence: null,
      reason: { code: "restsOnTakenDown" },
    });
    const words = await publicationWords("en");
    expect(words.findingOfRegion(before, before.region!)).toBe("The value for the region in 2015 is taken down");
    // Before it was approved, and since it is down, the region stands without it.
    for (const at of ["2", "5"]) expect((await view("G1.1-a", at)).region?.countries).toMatchObject({ in: 1, of: 6 });
  });

  it("every version's file still says what it was to reach", async () => {
    for (const at of ["3", "5"]) {
      const asked = { plan: code, period: "2015", indicator: "G1.1-a", version: at };
      const rows = await resultsFile(asked, fileWords, "en");
      const row = rows?.find(({ unit }) => unit === "THA");
      expect(row).toMatchObject({ value: takenDown, target: "120", targetPeriod: "2015", status: "notAssessed" });
    }
  });
});
