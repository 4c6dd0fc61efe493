import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { below, count, type IndicatorToMake, ratio, sixCountries } from "@/test/factories/results-framework";
import { publicExplanation, publicExplanationSelect, publicResult } from "./public-result";

let database: Database;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
const planOf = (indicators: Record<string, IndicatorToMake>) =>
  makeResultsPlan(database.prisma, `plan${++plans}`, indicators);

/** What the public reads of a cell. */
async function read(plan: ResultsPlan, unit: string, period: string, indicator = "G1.1-a", cell = "total") {
  const row = await database.prisma.result.findFirstOrThrow({
    where: {
      unitId: plan.unitIds[unit]!,
      periodId: plan.periodIds[period]!,
      cell: { key: cell },
      untilVersion: null,
      indicatorVersion: { indicator: { editions: { some: { code: indicator } } } },
    },
    select: publicExplanationSelect,
  });
  return publicExplanation(row);
}

describe("what the public reads of a value", () => {
  it("is one of four states, and 0 is a value", async () => {
    const plan = await planOf({ "G1.1-a": { tables: [["sex"]] }, "G1.1-b": {}, "G1.1-c": {} });
    await plan.approve("THA", "2015", {
      "G1.1-a": { total: count(44), "sex=female": count(41), "sex=male": count(3) },
      "G1.1-b": count(0),
    });
    expect((await read(plan, "THA", "2015", "G1.1-a", "sex=male")).value).toEqual({ state: "small", below: 5 });
    expect((await read(plan, "THA", "2015", "G1.1-b")).value).toEqual({ state: "shown", value: count(0) });
    expect((await read(plan, "THA", "2015", "G1.1-c")).value).toEqual({ state: "missing", reason: "notReported" });
    const others = [
      await read(plan, "THA", "2015", "G1.1-a"),
      await read(plan, "THA", "2015", "G1.1-a", "sex=female"),
    ].map(({ value }) => value.state);
    expect(others).toContain("suppressed");
  });

  it("never holds a hidden value, nor the exact status, ratio or inputs", async () => {
    const plan = await planOf({ "G1.1-a": { paths: { THA: { baseline: count(2), targets: [10, 20, 30, 40] } } } });
    await plan.approve("THA", "2015", { "G1.1-a": count(3) });
    const text = JSON.stringify(await read(plan, "THA", "2015"));
    expect(text).not.toMatch(/"number":"[23]"|"[23]\/1"/);
    expect(text).toContain('"withheld":["y","b"]');
  });

  it("tells an imported bound, of a percentage only that it is hidden, and no words of a narrative", async () => {
    const plan = await planOf({
      "G1.1-a": {},
      "G1.1-b": { type: "percentage", aggregation: "ratioOfSums" },
      "G1.1-c": { type: "narrative", direction: "neutral", aggregation: "notComputable", countsPersons: false },
    });
    await plan.approve("THA", "2015", {
      "G1.1-a": below(10),
      "G1.1-b": ratio(2, 300),
      "G1.1-c": { kind: "narrative", text: "What nobody outside should read." },
    });
    expect((await read(plan, "THA", "2015", "G1.1-a")).value).toEqual({ state: "small", below: 10 });
    expect((await read(plan, "THA", "2015", "G1.1-b")).value).toEqual({ state: "suppressed" });
    expect((await read(plan, "THA", "2015", "G1.1-c")).value).toEqual({ state: "words" });
    expect(JSON.stringify(await read(plan, "THA", "2015", "G1.1-c"))).not.toContain("nobody outside");
  });

  it("states where a regional sum lies if the countries' own values tell", async () => {
    const plan = await planOf({ "G1.1-a": {} });
    await plan.approve("KHM", "2015", { "G1.1-a": count(100) });
    await plan.approve("THA", "2015", { "G1.1-a": below(5) });
    const { value, explanation } = await read(plan, "REGION", "2015");
    expect(value.state).toBe("suppressed");
    expect(explanation?.region?.between).toEqual({ low: "100", high: "104" });
  });
});

describe("a value once hidden", () => {
  it("stays hidden when a corrected report gives a larger one", async () => {
    const plan = await planOf({ "G1.1-a": {} });
    await plan.approve("THA", "2015", { "G1.1-a": count(3) });
    await plan.approve("THA", "2015", { "G1.1-a": count(60) });
    expect((await read(plan, "THA", "2015")).value).toEqual({ state: "suppressed" });
    const rows = await database.prisma.result.findMany({
      where: { unitId: plan.unitIds.THA! },
      orderBy: { fromVersion: "asc" },
      select: { disclosureState: true, fromVersion: true, untilVersion: true },
    });
    expect(rows).toMatchObject([
      { disclosureState: "small", fromVersion: 2, untilVersion: 2 },
      { disclosureState: "suppressed", fromVersion: 3, untilVersion: null },
    ]);
  });

  it("gives way to a correction that counts nobody", async () => {
    const plan = await planOf({ "G1.1-a": {} });
    await plan.approve("THA", "2015", { "G1.1-a": count(3) });
    await plan.approve("THA", "2015", { "G1.1-a": count(0) });
    for (const unit of ["THA", "REGION"]) {
      expect((await read(plan, unit, "2015")).value).toEqual({ state: "shown", value: count(0) });
    }
  });

  it("isn't told by the region's sums of two releases", async () => {
    const plan = await planOf({ "G1.1-a": {} });
    const [last, ...others] = sixCountries;
    for (const unit of others) await plan.approve(unit, "2015", { "G1.1-a": count(40) });
    expect((await read(plan, "REGION", "2015")).value).toEqual({ state: "shown", value: count(200) });
    await plan.approve(last, "2015", { "G1.1-a": count(2) });
    // 200 stood there before, so 202 would tell.
    expect((await read(plan, last, "2015")).value).toEqual({ state: "small", below: 5 });
    expect((await read(plan, "REGION", "2015")).value.state).toBe("suppressed");
    const former = await database.prisma.result.findMany({
      where: { unitId: plan.unitIds.REGION!, periodId: plan.periodIds["2015"]!, untilVersion: { not: null } },
      orderBy: { fromVersion: "asc" },
    });
    expect(
      former.map(({ number, fromVersion, untilVersion, disclosureState }) => [
        number?.toFixed(),
        fromVersion,
        untilVersion,
        disclosureState,
      ]),
    ).toEqual([
      ["40", 2, 2, "shown"],
      ["80", 3, 3, "shown"],
      ["120", 4, 4, "shown"],
      ["160", 5, 5, "shown"],
      ["200", 6, 6, "shown"],
    ]);
  });

  it("isn't told by what a sum grew by: once two countries are hidden, nobody else's arrival may be subtracted", async () => {
    const plan = await planOf({ "G1.1-a": {} });
    const values = { KHM: { "G1.1-a": count(3) }, LAO: { "G1.1-a": count(40) } };
    await plan.approveTogether("2015", values, seededRandom(1));
    const states = async () =>
      Promise.all(["KHM", "LAO", "REGION"].map(async (unit) => (await read(plan, unit, "2015")).value.state));
    expect(await states()).toEqual(["small", "suppressed", "shown"]);
    await plan.approve("THA", "2015", { "G1.1-a": count(2) }, seededRandom(1));
    // Beside `<5`, suppressed and `<5`, a sum of 45 would be safe today; beside the 43 of before it gives 2.
    expect((await read(plan, "REGION", "2015")).value.state).toBe("suppressed");
  });

  it("isn't told by the rise since the year before", async () => {
    const plan = await planOf({ "G1.1-a": { accumulation: "cumulativeToDate" } });
    await plan.approve("THA", "2015", { "G1.1-a": count(50) });
    await plan.approve("THA", "2016", { "G1.1-a": count(52) });
    expect((await read(plan, "THA", "2015")).value.state).toBe("shown");
    expect((await read(plan, "THA", "2016")).value.state).toBe("suppressed");
  });
});

describe("a status that rests on a hidden value", () => {
  const toTwenty = { baseline: count(0), targets: [100, 100, 100, 100] };

  it("is told without R where every possible value gives it", async () => {
    const plan = await planOf({ "G1.1-a": { paths: { THA: toTwenty } } });
    await plan.approve("THA", "2015", { "G1.1-a": count(3) });
    const result = await read(plan, "THA", "2015");
    expect(result).toMatchObject({ status: "limitedProgress", statusReason: null, ratio: null });
    expect(result.explanation?.unit).toMatchObject({ R: null, step: null, letters: { y: null, A: "100/1" } });
    expect((await plan.result("THA", "2015", "G1.1-a"))?.ratio?.toFixed(6)).toBe("0.030000");
  });

  it("isn't told where they differ", async () => {
    const plan = await planOf({ "G1.1-a": { paths: { THA: { ...toTwenty, targets: [4, 8, 12, 20] } } } });
    await plan.approve("THA", "2015", { "G1.1-a": count(3) });
    expect(await read(plan, "THA", "2015")).toMatchObject({
      status: "notAssessed",
      statusReason: "hidden",
      ratio: null,
    });
    expect(await plan.result("THA", "2015", "G1.1-a")).toMatchObject({ status: "accelerationNeeded" });
  });

  it("has the same reason once the same values are approved again", async () => {
    const plan = await planOf({
      "G1.1-a": { paths: { THA: { targets: [3, 3, 3, 3] } } },
      "G1.1-b": { paths: { THA: { targets: [30, 60, 90, 120] } } },
    });
    const reasons = async () => {
      await plan.approve("THA", "2015", { "G1.1-a": count(3), "G1.1-b": count(3) });
      const read2015 = (indicator: string) => read(plan, "THA", "2015", indicator);
      return (await Promise.all(["G1.1-a", "G1.1-b"].map(read2015))).map(({ statusReason }) => statusReason);
    };
    // Without a baseline only "achieved" can be told: from 1 to 4 that may be so of 3, and isn’t of 120.
    expect(await reasons()).toEqual(["hidden", "noBaseline"]);
    expect(await reasons()).toEqual(["hidden", "noBaseline"]);
  });

  it("isn't told where only the baseline is hidden and decides", async () => {
    const path = { baseline: count(3), targets: [20, 40, 60, 80] };
    const plan = await planOf({
      "G1.1-a": { paths: { THA: path } },
      "G1.1-b": { paths: { THA: { ...path, targets: [null, null, null, 80] } } },
    });
    await plan.approve("THA", "2015", { "G1.1-a": count(19), "G1.1-b": count(10) });
    // R would be 16/17 = 0.941 from 3, and 0.937 from 4: below 0.95 from everywhere.
    expect(await read(plan, "THA", "2015")).toMatchObject({ status: "accelerationNeeded", ratio: null });
    const between = await read(plan, "THA", "2015", "G1.1-b");
    expect(between.explanation?.unit?.letters).toEqual({ y: "10/1", b: null, A: null, T: "80/1" });
  });

  it("of a region keeps letters back that would tell a country's count", async () => {
    const path = { baseline: count(0), targets: [50, 100, 150, 200] };
    const plan = await planOf({ "G1.1-a": { paths: { each: path, LAO: { targets: [] } } } });
    const values: Record<string, number> = { KHM: 3, CHN: 60, LAO: 70, MMR: 40, THA: 55, VNM: 48 };
    for (const unit of sixCountries) {
      await plan.approve(unit, "2015", { "G1.1-a": count(values[unit]!) }, seededRandom(4));
    }
    const { explanation, ratio } = await read(plan, "REGION", "2015");
    // Lao PDR has no targets: y is over five countries, the shown value over six.
    expect(explanation?.region?.assessment).toMatchObject({ withheld: ["y"], letters: { y: null, A: "250/1" } });
    expect(ratio).toBeNull();
    expect(explanation?.region?.assessment.inputs.members.find(({ unit }) => unit === "KHM")).toMatchObject({
      isShown: false,
      letters: { y: null, b: "0/1" },
    });
  });
});

describe("publicResult", () => {
  it("reads R with its six places", async () => {
    const plan = await planOf({ "G1.1-a": { paths: { THA: { baseline: count(0), targets: [30, 60, 90, 120] } } } });
    await plan.approve("THA", "2015", { "G1.1-a": count(20) });
    const row = await plan.result("THA", "2015", "G1.1-a");
    expect(publicResult(row!)).toMatchObject({ ratio: "0.666667", status: "accelerationNeeded" });
  });
});
