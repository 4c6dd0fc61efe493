import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { count, type IndicatorToMake, ratio, sixCountries } from "@/test/factories/results-framework";

let database: Database;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
const planOf = (indicators: Record<string, IndicatorToMake>) =>
  makeResultsPlan(database.prisma, `plan${++plans}`, indicators);

const cases: IndicatorToMake = { countsPersons: false };
const rising = { baseline: count(100), targets: [120, 140, 160, 180] };
const version = async (plan: ResultsPlan) =>
  (await database.prisma.plan.findUniqueOrThrow({ where: { id: plan.planId } })).resultsVersion;

describe("an approval", () => {
  it("pins the values to their revision and says how the status came about", async () => {
    const plan = await planOf({ "G1.1-a": { ...cases, paths: { each: rising } } });
    const { approvedAt } = await plan.approve("THA", "2015", { "G1.1-a": count(115) });
    expect(await plan.result("THA", "2015", "G1.1-a")).toMatchObject({
      approvedAt,
      kind: "number",
      revision: 1,
      planned: "120/1",
      status: "accelerationNeeded",
      statusReason: null,
      publicStatus: "accelerationNeeded",
      disclosureState: "shown",
      methodVersion: "1.0",
      fromVersion: 2,
      valueSince: 2,
      inputs: { unit: { letters: { y: "115/1", b: "100/1", A: "120/1", T: "180/1" }, step: "7" }, region: null },
    });
    const { ratio, publicRatio } = (await plan.result("THA", "2015", "G1.1-a"))!;
    expect([ratio?.toFixed(6), publicRatio?.toFixed(6)]).toEqual(["0.750000", "0.750000"]);
  });

  it("shows what wasn't reported as missing, with the last status known", async () => {
    const plan = await planOf({ "G1.1-a": { ...cases, paths: { each: rising } } });
    await plan.approve("THA", "2015", { "G1.1-a": count(120) });
    await plan.approve("THA", "2016", {});
    expect(await plan.result("THA", "2016", "G1.1-a")).toMatchObject({
      kind: "missing",
      missingReason: "notReported",
      revision: null,
      disclosureState: "missing",
      status: "notAssessed",
      statusReason: "noApprovedValue",
      publicInputs: { unit: { reason: { args: { lastStatus: "onTrack", lastYear: "2015" } } } },
    });
  });

  it("leaves indicators of other levels alone", async () => {
    const plan = await planOf({ "G1.1-a": cases, "G1.1-r": { ...cases, level: "region" } });
    await plan.approve("THA", "2015", { "G1.1-a": count(1) });
    expect(await plan.result("REGION", "2015", "G1.1-r")).toBeNull();
    await plan.approve("REGION", "2015", { "G1.1-r": count(7) });
    expect(await plan.result("REGION", "2015", "G1.1-r")).toMatchObject({ kind: "number", revision: 1 });
    expect(await plan.result("REGION", "2015", "G1.1-a")).toMatchObject({ revision: null });
  });

  it("raises the results version exactly once", async () => {
    const plan = await planOf({ "G1.1-a": cases, "G1.1-b": { ...cases, accumulation: "cumulativeToDate" } });
    await plan.approve("THA", "2015", { "G1.1-a": count(1), "G1.1-b": count(2) });
    expect(await version(plan)).toBe(2);
    await plan.approve("KHM", "2015", { "G1.1-a": count(1) });
    expect(await version(plan)).toBe(3);
    const publications = await database.prisma.resultsVersion.findMany({
      where: { planId: plan.planId, version: { gt: 1 } },
      orderBy: { version: "asc" },
    });
    expect(publications).toMatchObject([
      { version: 2, cause: "approval", subject: "report THA 2015" },
      { version: 3, cause: "approval", subject: "report KHM 2015" },
    ]);
  });

  it("of two at once loses neither: the region adds up both", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    await Promise.all([
      plan.approve("THA", "2015", { "G1.1-a": count(5) }),
      plan.approve("KHM", "2015", { "G1.1-a": count(7) }),
    ]);
    expect((await plan.result("REGION", "2015", "G1.1-a"))?.number?.toFixed()).toBe("12");
    expect(await version(plan)).toBe(3);
  });

  it("works out later periods again: a first value gives the year after its trend", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    await plan.approve("THA", "2016", { "G1.1-a": count(9) });
    expect(await plan.result("THA", "2016", "G1.1-a")).toMatchObject({ inputs: { unit: { trend: null } } });
    await plan.approve("THA", "2015", { "G1.1-a": count(4) });
    expect(await plan.result("THA", "2016", "G1.1-a")).toMatchObject({ inputs: { unit: { trend: "up" } } });
    expect(await plan.result("REGION", "2016", "G1.1-a")).toMatchObject({
      inputs: { region: { assessment: { trend: "up" } } },
    });
  });
});

describe("a second approval", () => {
  it("takes the place of the first, and a draft in between shows nowhere", async () => {
    const plan = await planOf({ "G1.1-a": { ...cases, tables: [["sex"]] } });
    const values = (total: number, female: number) => ({
      "G1.1-a": { total: count(total), "sex=female": count(female) },
    });
    await plan.approve("THA", "2015", values(50, 20));
    await plan.draft("THA", "2015", values(999, 900));
    await plan.approve("KHM", "2015", { "G1.1-a": count(10) });
    expect((await plan.result("THA", "2015", "G1.1-a"))?.number?.toFixed()).toBe("50");
    expect((await plan.result("REGION", "2015", "G1.1-a"))?.number?.toFixed()).toBe("60");

    await plan.approve("THA", "2015", { "G1.1-a": count(55) });
    expect((await plan.result("REGION", "2015", "G1.1-a"))?.number?.toFixed()).toBe("65");
    expect(await plan.result("THA", "2015", "G1.1-a", "sex=female")).toBeNull();
    expect(await plan.result("REGION", "2015", "G1.1-a", "sex=female")).toBeNull();
    expect(await plan.result("THA", "2015", "G1.1-a")).toMatchObject({ revision: 3, fromVersion: 4, valueSince: 4 });
  });

  it("of the same values changes nothing but the version and the revisions", async () => {
    const plan = await planOf({ "G1.1-a": { tables: [["sex"]] } });
    const values = { "G1.1-a": { total: count(50), "sex=female": count(3), "sex=male": count(47) } };
    await plan.approve("THA", "2015", values);
    const present = () => database.prisma.result.findMany({ where: { planId: plan.planId, untilVersion: null } });
    const before = await present();
    await plan.approve("THA", "2015", values);
    const after = await present();
    const withoutRevision = (rows: typeof before) =>
      rows.map(({ revision: _, fromVersion: __, ...row }) => JSON.stringify(row)).sort();
    expect(withoutRevision(after)).toEqual(withoutRevision(before));
  });
});

describe("the region", () => {
  it("adds numerators and denominators, never percentages", async () => {
    const path = { baseline: ratio(10, 40), targets: [30, 40, 50, 60] };
    const plan = await planOf({
      "G1.1-a": { type: "percentage", aggregation: "ratioOfSums", countsPersons: false, paths: { each: path } },
    });
    for (const [index, unit] of sixCountries.entries()) {
      await plan.approve(unit, "2016", { "G1.1-a": index === 0 ? ratio(900, 1000) : ratio(1, 10) });
    }
    const region = await plan.result("REGION", "2016", "G1.1-a");
    expect([region?.numerator?.toFixed(), region?.denominator?.toFixed()]).toEqual(["905", "1050"]);
    expect(region).toMatchObject({
      status: "achieved",
      inputs: { region: { assessment: { letters: { y: "181/210" } } } },
    });
  });

  it("says that it rests on 5 of 6 countries, and isn't assessed over fewer than two thirds", async () => {
    const plan = await planOf({ "G1.1-a": { ...cases, paths: { each: rising } } });
    for (const unit of ["KHM", "CHN", "LAO"]) await plan.approve(unit, "2015", { "G1.1-a": count(118) });
    expect(await plan.result("REGION", "2015", "G1.1-a")).toMatchObject({
      status: "notAssessed",
      statusReason: "tooFewCountries",
      countriesIn: 3,
      countriesOf: 6,
      disclosureState: "shown",
    });
    for (const unit of ["MMR", "THA"]) await plan.approve(unit, "2015", { "G1.1-a": count(120) });
    const region = await plan.result("REGION", "2015", "G1.1-a");
    expect(region).toMatchObject({ status: "accelerationNeeded", countriesIn: 5, countriesOf: 6, planned: "600/1" });
    expect(region?.publicInputs).toMatchObject({ region: { restsOn: ["KHM", "CHN", "LAO", "MMR", "THA"] } });
  });

  it("leaves out a country to which the indicator doesn't apply", async () => {
    const plan = await planOf({ "G1.1-a": { ...cases, paths: { each: rising } } });
    for (const unit of ["KHM", "CHN", "LAO", "MMR"]) await plan.approve(unit, "2015", { "G1.1-a": count(120) });
    await plan.approve("THA", "2015", { "G1.1-a": { kind: "missing", reason: "notApplicable" } });
    expect(await plan.result("REGION", "2015", "G1.1-a")).toMatchObject({ countriesIn: 4, countriesOf: 5 });
  });

  it("carries forward what was counted since the start, total and parts alike, and nothing else", async () => {
    const plan = await planOf({
      "G1.1-a": { ...cases, accumulation: "cumulativeToDate", tables: [["sex"]] },
      "G1.1-b": cases,
    });
    const values = { "G1.1-a": { total: count(30), "sex=female": count(20) }, "G1.1-b": count(30) };
    await plan.approve("THA", "2015", values);
    await plan.approve("KHM", "2015", values);
    await plan.approve("THA", "2016", { "G1.1-a": { total: count(50), "sex=male": count(9) }, "G1.1-b": count(40) });
    const total = await plan.result("REGION", "2016", "G1.1-a");
    expect(total?.number?.toFixed()).toBe("80");
    expect(total).toMatchObject({ carriedFromId: plan.periodIds["2015"] });
    expect(total?.publicInputs).toMatchObject({ region: { carried: [{ unit: "KHM", from: "2015" }] } });
    // Thailand's women of 2015 don't stand beside its total of 2016.
    expect((await plan.result("REGION", "2016", "G1.1-a", "sex=female"))?.number?.toFixed()).toBe("20");
    expect((await plan.result("REGION", "2016", "G1.1-b"))?.number?.toFixed()).toBe("40");
    expect(await plan.result("KHM", "2016", "G1.1-a")).toBeNull();
  });

  it("has a row that says why where nothing can be worked out", async () => {
    const plan = await planOf({ "G1.1-a": { ...cases, aggregation: "notComputable" } });
    await plan.approve("THA", "2015", { "G1.1-a": count(5) });
    expect(await plan.result("REGION", "2015", "G1.1-a")).toMatchObject({
      kind: "missing",
      missingReason: null,
      status: "notAssessed",
      statusReason: "notComputable",
    });
  });

  it("counts countries", async () => {
    const plan = await planOf({
      "G1.1-a": {
        type: "yesNo",
        accumulation: "snapshot",
        aggregation: "countOfCountries",
        countsPersons: false,
        paths: { each: { targets: [null, true, true, true] } },
      },
    });
    for (const unit of sixCountries) {
      await plan.approve(unit, "2015", { "G1.1-a": { kind: "yesNo", yes: unit !== "LAO" } });
    }
    expect((await plan.result("REGION", "2015", "G1.1-a"))?.number?.toFixed()).toBe("5");
    expect(await plan.result("LAO", "2015", "G1.1-a")).toMatchObject({ status: "pending", publicStatus: "pending" });
  });
});
