import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicationWords } from "@/lib/i18n/publication-words";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { indicatorProgress } from "@/lib/server/queries/results/public-progress";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { count, type IndicatorToMake } from "@/test/factories/results-framework";
import { publishedPlan } from "./plan";
import { publicReader } from "./result-reader";
import { shownRows } from "./shown-rows";

let database: Database;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const planOf = async (indicators: Record<string, IndicatorToMake>) => {
  const code = `resting${++plans}`;
  return { code, ...(await makeResultsPlan(database.prisma, code, indicators)) };
};
const bySex: IndicatorToMake = { countsPersons: false, tables: [["sex"]] };
const values = (cells: Record<string, number>) =>
  Object.fromEntries(Object.entries(cells).map(([cell, number]) => [cell, count(number)]));
const whole = values({ total: 100, "sex=female": 60, "sex=male": 40 });

const sentences = async (plan: string, indicator: string, period: string) => {
  const words = await publicationWords("en");
  const view = await indicatorProgress(plan, indicator, period, "en");
  return view?.breakdowns.map(({ key, region }) => [key, region && words.leftOut(region)]);
};

/** What a file of the region alone, in one period alone, says that each value rests on. */
async function restsOn(code: string, periodCode: string) {
  const plan = await publishedPlan(code, "en", null);
  if (!plan?.region) throw new Error("there is no region");
  const words = {
    total: "Total",
    yes: "Yes",
    no: "No",
    inWords: "in words",
    notice: "Made up.",
    unit: String,
    of: (part: string, all: string) => `${part} of ${all}`,
  };
  const asked = {
    indicators: null,
    totals: false,
    unitIds: new Set([plan.region.id]),
    periods: plan.periods.filter((period) => period.code === periodCode),
  };
  const rows = await shownRows(plan, asked, words, publicReader(plan), "en");
  return Object.fromEntries(
    rows.map(({ cell, countries, carried }) => [
      cell,
      [countries?.in.join(" "), ...(carried ? [carried.map(({ unit, from }) => `${unit} ${from}`).join(" ")] : [])],
    ]),
  );
}

describe("the region's parts and total", () => {
  it("say who reported only a total, only parts, or some of the parts", async () => {
    const plan = await planOf({ "G1.1-a": bySex });
    await plan.approveTogether("2015", {
      KHM: { "G1.1-a": values({ "sex=female": 30, "sex=male": 20 }) },
      LAO: { "G1.1-a": values({ total: 10, "sex=female": 7 }) },
      THA: { "G1.1-a": whole },
      VNM: { "G1.1-a": values({ total: 500 }) },
    });
    expect(await sentences(plan.code, "G1.1-a", "2015")).toEqual([
      [
        "sex",
        [
          "The region’s parts are without VNM, which reported only a total.",
          "The region’s total is without KHM, which reported only parts.",
          "The region’s values for “male” are without LAO.",
        ],
      ],
    ]);
    expect(await restsOn(plan.code, "2015")).toEqual({
      total: ["LAO THA VNM"],
      "sex=female": ["KHM LAO THA"],
      "sex=male": ["KHM THA"],
    });
  });

  it("say nothing where all stand in all, a hidden value among them", async () => {
    const plan = await planOf({ "G1.1-a": { ...bySex, countsPersons: true } });
    await plan.approveTogether("2015", {
      KHM: { "G1.1-a": values({ total: 40, "sex=female": 37, "sex=male": 3 }) },
      THA: { "G1.1-a": whole },
    });
    expect(await sentences(plan.code, "G1.1-a", "2015")).toEqual([["sex", []]]);
    expect(await restsOn(plan.code, "2015")).toEqual({
      total: ["KHM THA"],
      "sex=female": ["KHM THA"],
      "sex=male": ["KHM THA"],
    });
  });

  it("say nothing of who counted nobody, of whom there are no parts", async () => {
    const plan = await planOf({ "G1.1-a": bySex });
    await plan.approveTogether("2015", { LAO: { "G1.1-a": values({ total: 0 }) }, THA: { "G1.1-a": whole } });
    expect(await sentences(plan.code, "G1.1-a", "2015")).toEqual([["sex", []]]);
  });

  it("count a country with the parts of the period whose total stands for it", async () => {
    const plan = await planOf({ "G1.1-a": { ...bySex, accumulation: "cumulativeToDate" } });
    await plan.approveTogether("2015", {
      THA: { "G1.1-a": values({ total: 100, "sex=female": 60 }) },
      VNM: { "G1.1-a": values({ total: 500 }) },
    });
    await plan.approve("KHM", "2016", { "G1.1-a": whole });
    expect(await sentences(plan.code, "G1.1-a", "2016")).toEqual([
      [
        "sex",
        [
          "The region’s parts are without VNM, which reported only a total.",
          "The region’s values for “male” are without THA.",
        ],
      ],
    ]);
    expect(await restsOn(plan.code, "2016")).toEqual({
      total: ["KHM THA VNM", "THA 2015 VNM 2015"],
      "sex=female": ["KHM THA", "THA 2015"],
      "sex=male": ["KHM"],
    });
  });

  it("leave out in parts too whom the indicator doesn't apply to", async () => {
    const plan = await planOf({ "G1.1-a": bySex });
    const notApplicable = { kind: "missing" as const, reason: "notApplicable" as const };
    await plan.approveTogether("2015", {
      THA: { "G1.1-a": whole },
      VNM: { "G1.1-a": { ...values({ "sex=female": 9 }), total: notApplicable } },
    });
    expect(await sentences(plan.code, "G1.1-a", "2015")).toEqual([["sex", []]]);
    expect(await restsOn(plan.code, "2015")).toEqual({ total: ["THA"], "sex=female": ["THA"], "sex=male": ["THA"] });
  });
});
