import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { count, type IndicatorToMake, sixCountries } from "@/test/factories/results-framework";
import { countryProgress, goalProgress, indicatorProgress, regionalProgress } from "./public-progress";
import { resultsFile } from "./results-file";

let database: Database;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const planOf = async (indicators: Record<string, IndicatorToMake>) => {
  const code = `public${++plans}`;
  return { code, ...(await makeResultsPlan(database.prisma, code, indicators)) };
};
const rising = { baseline: count(100), targets: [120, 140, 160, 180] };
const cases: IndicatorToMake = { countsPersons: false, paths: { each: rising } };
const words = () => ({
  total: "Total",
  yes: "Yes",
  no: "No",
  inWords: "in words",
  of: (part: string, whole: string) => `${part} of ${whole}`,
  unit: String,
  notice: "Made up.",
});

describe("a total since the plan's start", () => {
  it("says on the overview and in the file with whose earlier value it stands", async () => {
    const plan = await planOf({ "G1.1-a": { ...cases, accumulation: "cumulativeToDate" }, "G1.1-b": cases });
    for (const unit of ["THA", "VNM"]) {
      await plan.approve(unit, "2015", { "G1.1-a": count(20), "G1.1-b": count(20) });
    }
    await plan.approve("VNM", "2016", { "G1.1-a": count(30), "G1.1-b": count(30) });
    const view = await regionalProgress(plan.code, "2016", "en");
    const carried = [{ unit: "THA", from: "2015" }];
    expect(view?.rows.map(({ region }) => region?.carried)).toEqual([carried, []]);
    expect((await indicatorProgress(plan.code, "G1.1-a", "2016", "en"))?.region?.carried).toEqual(carried);
    const file = await resultsFile({ plan: plan.code, period: "2016" }, words, "en");
    const ofRegion = file?.filter(({ unit }) => unit === "REGION") ?? [];
    expect(ofRegion.map(({ indicator, carried: from }) => [indicator, from])).toEqual([
      ["G1.1-a", carried],
      ["G1.1-b", undefined],
    ]);
    expect(file?.filter(({ unit }) => unit !== "REGION").every((row) => row.carried === undefined)).toBe(true);
  });
});

describe("the regional page", () => {
  it("has nothing to show before anything is approved, or for what there isn't", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    expect(await regionalProgress(plan.code, null, "en")).toBeNull();
    await plan.approve("THA", "2015", { "G1.1-a": count(120) });
    expect(await regionalProgress(plan.code, "2016", "en")).toBeNull();
    expect(await regionalProgress("no-such-plan", null, "en")).toBeNull();
    expect((await regionalProgress(plan.code, null, "en"))?.period.code).toBe("2015");
  });

  it("shows approved values and statuses by country, and what was before", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    await plan.approve("THA", "2015", { "G1.1-a": count(120) });
    await plan.approve("THA", "2016", { "G1.1-a": count(101) });
    const view = await regionalProgress(plan.code, null, "en");
    const thailand = view?.rows[0]?.countries[sixCountries.indexOf("THA")];
    expect(thailand).toEqual({
      status: "limitedProgress",
      value: { state: "shown", value: { kind: "number", number: "101" } },
      before: "onTrack",
      isRedefined: false,
    });
    expect(view).toMatchObject({ reported: ["THA"], approvedUpTo: "2017-05-01", previous: { code: "2015" } });
    expect(view?.rows[0]?.countries[0]).toMatchObject({
      status: "noReport",
      value: { state: "missing", reason: "noApprovedReport" },
    });
  });

  it("tells of the period before too who had no approved report, and who no value", async () => {
    const plan = await planOf({ "G1.1-a": cases, "G1.1-b": cases });
    await plan.approve("THA", "2015", { "G1.1-a": count(120) });
    await plan.approveTogether("2016", {
      THA: { "G1.1-a": count(130), "G1.1-b": count(130) },
      VNM: { "G1.1-a": count(130) },
    });
    const view = await regionalProgress(plan.code, "2016", "en");
    const beforeOf = (unit: (typeof sixCountries)[number]) =>
      view?.rows.map(({ countries }) => countries[sixCountries.indexOf(unit)]?.before);
    expect(beforeOf("THA")).toEqual(["onTrack", "noValue"]);
    expect(beforeOf("VNM")).toEqual(["noReport", "noReport"]);
    const first = await regionalProgress(plan.code, "2015", "en");
    expect(first?.rows[0]?.countries.every((cell) => cell?.before === null)).toBe(true);
  });

  it("never shows a draft, nor what a reopened report says since", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    await plan.approve("THA", "2015", { "G1.1-a": count(120) });
    await plan.draft("THA", "2015", { "G1.1-a": count(999) });
    await plan.draft("VNM", "2015", { "G1.1-a": count(998) });
    const text = JSON.stringify(await regionalProgress(plan.code, "2015", "en"));
    expect(text).toContain('"120"');
    expect(text).not.toMatch(/99[89]/);
  });

  it("says of how many countries the region's status is, and that it misses some", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    const given = { "G1.1-a": count(130) };
    await plan.approveTogether("2015", Object.fromEntries(sixCountries.slice(0, 5).map((unit) => [unit, given])));
    const view = await regionalProgress(plan.code, "2015", "en");
    expect(view?.rows[0]?.region).toMatchObject({
      status: "onTrack",
      countries: { in: 5, of: 6 },
      isPartial: true,
      value: { value: { number: "650" } },
    });
  });

  it("knows a value for context as judged by nobody, not as one that misses countries", async () => {
    const plan = await planOf({ "G1.1-a": { countsPersons: false, direction: "neutral" } });
    await plan.approve("THA", "2015", { "G1.1-a": count(7) });
    const [row] = (await regionalProgress(plan.code, "2015", "en"))!.rows;
    expect(row?.region).toMatchObject({ status: "notAssessed", isPartial: false });
  });

  it("has no country cells for what the secretariat reports for the region", async () => {
    const plan = await planOf({ "G1.1-a": cases, "G1.1-r": { ...cases, level: "region" } });
    await plan.approve("REGION", "2015", { "G1.1-r": count(7) });
    const row = (await regionalProgress(plan.code, "2015", "en"))?.rows.find(({ code }) => code === "G1.1-r");
    expect(row?.countries.every((cell) => cell === null)).toBe(true);
    expect(row?.region).toMatchObject({ countries: null, value: { value: { number: "7" } } });
  });
});

describe("small counts of persons", () => {
  const tables = [["sex"]];
  const values = { total: count(40), "sex=female": count(37), "sex=male": count(3) };

  it("leave no trace on any page or in any file", async () => {
    const plan = await planOf({
      "G1.1-a": { tables, paths: { each: { baseline: count(3), targets: [40, 45, 50, 60] } } },
    });
    await plan.approve("THA", "2015", { "G1.1-a": values });
    const pages = [
      await regionalProgress(plan.code, "2015", "en"),
      await indicatorProgress(plan.code, "G1.1-a", "2015", "en"),
      await goalProgress(plan.code, "G1", "2015", "en"),
      await resultsFile({ plan: plan.code, period: "2015", indicator: "G1.1-a" }, words, "en"),
      await resultsFile({ plan: plan.code, period: "2015", country: "THA" }, words, "en"),
    ];
    for (const page of pages) {
      expect(page).not.toBeNull();
      // The count itself, and what the total less it would tell.
      expect(JSON.stringify(page)).not.toMatch(/"(3|37)(\/1)?"/);
    }
  });

  it("are told apart from what is hidden for them, from 0 and from nothing", async () => {
    const plan = await planOf({ "G1.1-a": { tables: [["sex", "age"]] } });
    await plan.approve("THA", "2015", {
      "G1.1-a": {
        total: count(60),
        "sex=female;age=0-17": count(2),
        "sex=female;age=18+": count(30),
        "sex=male;age=18+": count(28),
        "sex=male;age=0-17": count(0),
      },
    });
    const view = await indicatorProgress(plan.code, "G1.1-a", "2015", "en");
    const table = view?.breakdowns.find(({ key }) => key === "sex*age");
    const thailand = table?.rows.find(({ unit }) => unit.code === "THA");
    const marks = Object.fromEntries(
      table!.columns.map(({ cell }, index) => [cell, thailand!.values[index]!.state] as const),
    );
    expect(marks["sex=female;age=0-17"]).toBe("small");
    // A cell beside it or the total gave way: which, is drawn at random.
    expect(JSON.stringify(view)).toContain('"suppressed"');
    expect(table?.rows.find(({ unit }) => unit.code === "VNM")?.values.every(({ state }) => state === "missing")).toBe(
      true,
    );
  });
});

describe("the day of an approval", () => {
  it("is the region's on every page", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    const { approvedAt } = await plan.approve("THA", "2015", { "G1.1-a": count(120) });
    expect(approvedAt.toISOString()).toMatch(/^2016-04-30/);
    const [region, country, indicator] = await Promise.all([
      regionalProgress(plan.code, "2015", "en"),
      countryProgress(plan.code, "THA", "2015", "en"),
      indicatorProgress(plan.code, "G1.1-a", "2015", "en"),
    ]);
    const thailand = indicator?.countries.find(({ code }) => code === "THA");
    const days = [region?.approvedUpTo, country?.approvedOn, thailand?.approvedOn];
    expect(days).toEqual(["2016-05-01", "2016-05-01", "2016-05-01"]);
  });
});

describe("the indicator page", () => {
  it("shows the way there: baseline, path, every period up to its own, and how the status came about", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    await plan.approve("THA", "2015", { "G1.1-a": count(115) });
    await plan.approve("THA", "2016", { "G1.1-a": count(140) });
    const view = await indicatorProgress(plan.code, "G1.1-a", "2015", "en");
    const thailand = view?.countries.find(({ code }) => code === "THA");
    expect(thailand?.points).toMatchObject([{ period: { code: "2015" }, status: "accelerationNeeded" }]);
    expect(thailand).toMatchObject({
      ratio: "0.750000",
      approvedOn: "2016-05-01",
      assessment: { step: "7", letters: { y: "115/1", b: "100/1", A: "120/1", T: "180/1" } },
    });
    const latest = await indicatorProgress(plan.code, "G1.1-a", null, "en");
    expect(latest?.countries.find(({ code }) => code === "THA")?.points).toHaveLength(2);
  });

  it("names the countries that the region's value rests on, period by period", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    await plan.approve("THA", "2015", { "G1.1-a": count(115) });
    await plan.approveTogether("2016", { THA: { "G1.1-a": count(130) }, VNM: { "G1.1-a": count(120) } });
    const view = await indicatorProgress(plan.code, "G1.1-a", "2016", "en");
    expect(view?.region?.restsOn).toEqual({ "2015": ["THA"], "2016": ["THA", "VNM"] });
  });

  it("is nothing for what there isn't", async () => {
    const plan = await planOf({ "G1.1-a": cases });
    await plan.approve("THA", "2015", { "G1.1-a": count(115) });
    expect(await indicatorProgress(plan.code, "G9.9-z", null, "en")).toBeNull();
    expect(await indicatorProgress(plan.code, "G1.1-a", "2017", "en")).toBeNull();
    expect(await indicatorProgress(plan.code, "G1.1-a\0", null, "en")).toBeNull();
    expect(await resultsFile({ plan: plan.code, period: "2015", indicator: "\0" }, words, "en")).toBeNull();
    expect(await goalProgress(plan.code, "G9", null, "en")).toBeNull();
    expect(await resultsFile({ plan: plan.code, period: "2015", country: "XXX" }, words, "en")).toBeNull();
    expect(await resultsFile({ plan: plan.code, period: "2018" }, words, "en")).toBeNull();
  });
});
