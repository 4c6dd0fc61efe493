import { describe, expect, it } from "vitest";
import { country, indicatorView, missing, shown } from "@/lib/charts/indicator-view.testing";
import { tablePattern } from "@/lib/domain/framework/disaggregation";
import { publicationWords } from "@/lib/i18n/publication-words";
import type { GoalView } from "@/lib/views/goal-view";
import { row, view } from "@/lib/views/regional-view.testing";
import { mayHaveChart, pageChart } from "./page-chart";

const telling = { words: await publicationWords("en"), period: "2017" };
const small = { state: "small", below: 5 } as const;
const hidden = { state: "suppressed" } as const;

const sex = {
  key: "sex",
  dimensions: ["Sex"],
  isOpen: false,
  columns: [
    { cell: "sex=f" as const, categories: ["Female"] },
    { cell: "sex=m" as const, categories: ["Male"] },
  ],
  rows: [{ unit: { code: "CHN", name: "China" }, values: [small, hidden], total: shown("9") }],
  region: null,
};
const unequal = { ...sex, rows: [{ ...sex.rows[0]!, values: [shown("40"), small] }] };
const china = country([missing, shown("200"), shown("206")]);
const ofIndicator = (change: Parameters<typeof indicatorView>[1] = {}) => ({
  of: "indicator" as const,
  view: indicatorView([china], change),
});
const region = {
  ...view([row("G1.1-a", ["achieved", "onTrack", null, "missed", "suppressed", "noValue"])]),
  reported: ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"],
};
const goal: GoalView = {
  regional: region,
  code: "G1",
  title: "Law",
  description: "",
  pillar: { code: "P1", title: "Policy" },
  priorities: [],
  outcomes: [
    { code: "G1.1", title: "Outcome", description: "", outputs: [] },
    { code: "G1.2", title: "Empty", description: "", outputs: [] },
  ],
};

describe("a chart of an indicator's page", () => {
  it("says what it is about, what it shows and where it comes from", () => {
    const found = pageChart(telling, ofIndicator(), "countries");
    expect(found).toMatchObject({ page: "/indicators/G6.2-a/2017" });
    expect(found?.block).toMatchObject({
      about: "G6.2-a Victims supported",
      title: "China, the one country assessed, has not reached or kept its target, and is not on track for it",
      subtitle: "Persons, baseline to 2017, with the planned path to 2018",
      source: "1 of 1 countries reported. Source: approved country reports.",
      alt: "China: baseline 2014 120, 2015 no value, 2016 200, 2017 206, target 2018 280.",
    });
  });

  it("has a chart for each breakdown that bars can show, with what its marks mean, and no value that is hidden", () => {
    const found = pageChart(telling, ofIndicator({ breakdowns: [unequal] }), "breakdown-sex");
    expect(found?.block.alt).toBe("China: Female 40 and Male <5.");
    expect(found?.block.source).toContain(
      "Counts of persons from 1 to 4 are shown as <5; where a source gives no more",
    );
    const officials = ofIndicator({ breakdowns: [unequal] });
    officials.view.indicator = { ...officials.view.indicator, countsPersons: false };
    expect(pageChart(telling, officials, "breakdown-sex")?.block.source).toContain("0 means none. Suppressed");
    expect(pageChart(telling, ofIndicator({ breakdowns: [sex] }), "breakdown-sex")).toBeNull();
    expect(pageChart(telling, ofIndicator({ breakdowns: [unequal] }), "breakdown-age")).toBeNull();
  });

  it("can have one for each table that there can be, whatever its dimensions are called", () => {
    for (const table of ["sex", "ageGroup", "sex*ageGroup", "sex*age*form"]) {
      expect(tablePattern.test(table)).toBe(true);
      expect(mayHaveChart("indicator", `breakdown-${table}`)).toBe(true);
    }
    const grouped = { ...unequal, key: "ageGroup", dimensions: ["Age group"] };
    expect(pageChart(telling, ofIndicator({ breakdowns: [grouped] }), "breakdown-ageGroup")?.block.alt).toContain("40");
    for (const none of ["breakdown-", "breakdown-Sex", "breakdown-a*b*c*d", "breakdown-sex;age", "sex"]) {
      expect(mayHaveChart("indicator", none)).toBe(false);
    }
    expect(mayHaveChart("region", "breakdown-sex")).toBe(false);
  });

  it("has a map with the note on boundaries, which stands in the overview", () => {
    const found = pageChart(telling, ofIndicator(), "map");
    expect(found?.page).toBe("/2017?view=map&indicator=G6.2-a");
    expect(found?.block.source).toContain("do not imply official endorsement");
    expect(found?.block.alt).toBe("China: Acceleration needed.");
  });

  it("has none where there is nothing to draw", () => {
    const empty = { of: "indicator" as const, view: indicatorView([]) };
    for (const chart of ["countries", "region", "map", "breakdown-sex"]) {
      expect(pageChart(telling, empty, chart), chart).toBeNull();
    }
    const nothing = indicatorView([country([missing, missing, missing], { assessment: null })]);
    expect(pageChart(telling, { of: "indicator", view: nothing }, "countries")).toBeNull();
  });
});

describe("a chart of the region's or a goal's page", () => {
  it("says each status of the heat map in words", () => {
    const found = pageChart(telling, { of: "region", view: region }, "status");
    expect(found).toMatchObject({ block: { about: null }, page: "/2017" });
    expect(found?.block.alt).toBe(
      "G1.1-a Indicator G1.1-a: Cambodia Achieved, China On track, Myanmar Missed, Thailand Suppressed and Viet Nam No value.",
    );
  });

  it("says once of a country that it has no approved report, and leaves its squares out", () => {
    const silent = { ...view([row("G1.1-a", ["achieved", "noReport"]), row("G1.1-b", ["onTrack", "noReport"])]) };
    const found = pageChart(
      telling,
      { of: "region", view: { ...silent, reported: ["KHM"], countries: silent.countries.slice(0, 2) } },
      "status",
    );
    expect(found?.block.alt).toBe(
      "China: no approved report. G1.1-a Indicator G1.1-a: Cambodia Achieved. G1.1-b Indicator G1.1-b: Cambodia On track.",
    );
  });

  it("groups a goal's indicators by outcome, and leaves out what is empty", () => {
    const { chart } = pageChart(telling, { of: "goal", view: goal }, "status")!.block;
    const groups = chart.type === "heat" ? chart.table.rows.filter(({ kind }) => kind === "group") : [];
    expect(groups).toEqual([
      { kind: "group", text: "P1 Policy", pillar: "P1" },
      { kind: "group", text: "G1.1 Outcome", pillar: null },
    ]);
  });

  it("counts statuses by goal and by country", () => {
    expect(pageChart(telling, { of: "region", view: region }, "goals")?.block.chart.type).toBe("distribution");
    expect(pageChart(telling, { of: "region", view: region }, "countries")?.page).toBe("/countries");
    expect(pageChart(telling, { of: "goal", view: goal }, "countries")?.block.about).toBe("G1 Law");
  });

  it.each(["map", "region", "constructor", "toString", ""])("has no chart named %j", (chart) => {
    expect(pageChart(telling, { of: "region", view: region }, chart)).toBeNull();
    expect(pageChart(telling, { of: "goal", view: goal }, chart)).toBeNull();
  });
});
