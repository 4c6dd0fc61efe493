import { describe, expect, it } from "vitest";
import { aggregateRegion } from "./aggregation";
import {
  approved,
  baseline,
  count,
  counted,
  countRules,
  country,
  missing,
  percentageRules,
  ratio,
  regionInput,
  six,
  targets,
  units,
  year,
  yes,
} from "./progress.testing";
import type { RegionInput } from "./regional-progress";

const brief = (input: RegionInput) => {
  const { assessment } = aggregateRegion(input);
  return [assessment.status, assessment.reason?.code ?? null, assessment.R];
};

describe("a sum over the region", () => {
  // The indicator page's example: victims supported in 2017, Myanmar without a target.
  const page = regionInput({
    period: year(2017),
    countries: (
      [
        ["KHM", 88, 158, 160, 180],
        ["CHN", 120, 206, 230, 280],
        ["LAO", 0, 22, 20, 30],
        ["THA", 142, 231, 200, 220],
        ["VNM", 205, 272, 275, 300],
      ] as const
    )
      .map(([unit, b, y, A, T]) =>
        country(unit, {
          value: approved(count(y)),
          baseline: baseline(count(b)),
          targets: targets(null, null, A, T),
        }),
      )
      .concat(country("MMR", { value: approved(count(41)), baseline: baseline(count(24)) })),
  });

  it("adds y, b, A and T over exactly the countries that have all four", () => {
    const result = aggregateRegion(page);
    expect(result).toMatchObject({ in: 5, of: 6 });
    expect(result.assessment).toMatchObject({
      status: "onTrack",
      step: "7",
      R: "1.012121",
      letters: { y: "889/1", b: "555/1", A: "885/1", T: "1010/1" },
      warnings: ["mayCountTwice"],
    });
    expect(result.standings.at(-1)).toEqual({ unit: "MMR", standing: "noTarget" });
  });

  it("shows the value over all countries that have a value", () => {
    expect(aggregateRegion(page).value).toMatchObject({
      aggregate: { kind: "sum", total: { low: "930", high: "930" } },
      restsOn: ["KHM", "CHN", "LAO", "THA", "VNM", "MMR"],
    });
  });

  it("explains every member with its own letters", () => {
    const { inputs } = aggregateRegion(page).assessment;
    expect(inputs).toMatchObject({ aggregation: "sum", endOfPlan: "2018-12-31" });
    expect(inputs.members.map(({ unit }) => unit)).toEqual(["KHM", "CHN", "LAO", "THA", "VNM"]);
    expect(inputs.members[1]).toEqual({
      unit: "CHN",
      value: count(206),
      valueVersion: 1,
      carriedFrom: null,
      baseline: baseline(count(120)),
      targets: targets(null, null, 230, 280),
      letters: { y: "206/1", b: "120/1", A: "230/1", T: "280/1" },
    });
  });

  it("warns of persons counted twice only for persons in two countries or more", () => {
    const officials = { ...page, rules: { ...countRules, countsPersons: false } };
    expect(aggregateRegion(officials).assessment.warnings).toEqual([]);
    const alone = regionInput({ countries: [counted("LAO", 0, count(9), 10, 20)] });
    expect(aggregateRegion(alone).assessment.warnings).toEqual([]);
  });

  it("takes the latest end-of-plan target among the countries", () => {
    const early = country("KHM", {
      value: approved(count(5)),
      baseline: baseline(count(0)),
      targets: targets(null, 10),
    });
    const late = counted("LAO", 0, count(5), 10, 20);
    const input = regionInput({ countries: [early, late] });
    expect(brief(input)).toEqual(["limitedProgress", null, "0.500000"]); // 10 of 20, and no end before 2018
    expect(brief({ ...input, countries: [early] })).toEqual(["missed", null, "0.500000"]);
    const end = aggregateRegion({ ...input, period: year(2018) }).assessment;
    // The early one stays at its target of 10: 10 of 30.
    expect(end).toMatchObject({ status: "missed", R: "0.333333", letters: { A: "30/1", T: "30/1" } });
  });

  it("warns the secretariat when the sums oppose the direction", () => {
    const behind = regionInput({
      countries: [counted("KHM", 30, count(25), 25, 20), counted("LAO", 0, count(0), 5, 5)],
    });
    expect(aggregateRegion(behind).assessment).toMatchObject({
      status: "maintained",
      warnings: ["targetOpposesDirection", "mayCountTwice"],
    });
  });
});

describe("who is in", () => {
  const full = counted("KHM", 0, count(8), 10, 20);
  it.each([
    ["in", full],
    ["notApplicable", { ...full, value: approved(missing("notApplicable")) }],
    ["noValue", { ...full, value: null }],
    ["noValue", { ...full, value: approved(missing("confidential")) }],
    ["noTarget", { ...full, targets: [] }],
    ["noBaseline", { ...full, baseline: null }],
    ["baselinePeriod", { ...full, baseline: baseline(count(0), "2016-01-01") }],
    ["baselinePeriod", { ...full, baseline: baseline(count(0), "2017-06-30") }],
    ["in", { ...full, baseline: baseline(count(0), "2015-12-31") }],
  ])("%s", (standing, given) => {
    expect(aggregateRegion(regionInput({ countries: [given] })).standings).toEqual([{ unit: "KHM", standing }]);
  });

  it("counts a baseline of 0 of 0 as none", () => {
    const given = country("KHM", {
      value: approved(ratio(1, 2)),
      baseline: baseline(ratio(0, 0)),
      targets: targets(null, null, null, 50),
    });
    const { standings } = aggregateRegion(regionInput({ rules: percentageRules, countries: [given] }));
    expect(standings).toEqual([{ unit: "KHM", standing: "noBaseline" }]);
  });

  it.each([
    [6, 0, 4, 4, true],
    [6, 0, 3, 4, false],
    [5, 1, 4, 4, true],
    [5, 1, 3, 4, false],
    [4, 2, 3, 3, true],
    [4, 2, 2, 3, false],
    [3, 3, 2, 2, true],
    [3, 3, 1, 2, false],
    [1, 5, 1, 1, true],
  ])("of %d (%d don't apply) %d are in where %d are needed: assessed %s", (of, apart, members, needed, isAssessed) => {
    const countries = units.map((unit, index) => {
      const value = index < members ? count(8) : index < of ? null : missing("notApplicable");
      return counted(unit, 0, value, 10, 20);
    });
    const result = aggregateRegion(regionInput({ countries }));
    expect(result).toMatchObject({ in: members, of: 6 - apart });
    expect(result.assessment.reason).toEqual(
      isAssessed ? null : { code: "tooFewCountries", args: { in: members, of, needed } },
    );
    expect(result.value?.restsOn).toHaveLength(members);
  });
});

describe("not assessed, but shown", () => {
  it.each([
    ["nothing is approved", { countries: six(() => null) }, "noApprovedValue"],
    ["neutral", { rules: { ...countRules, direction: "neutral" }, countries: six(() => count(5)) }, "neutral"],
    [
      "not computable",
      { rules: { ...countRules, aggregation: "notComputable" }, countries: six(() => count(5)) },
      "notComputable",
    ],
    ["no country has a target", { countries: six(() => count(5)).map((one) => ({ ...one, targets: [] })) }, "noTarget"],
    [
      "a country under another version",
      {
        versions: [
          { version: 1, comparable: true },
          { version: 2, comparable: false },
        ],
        countries: six(() => count(5)).map((one, index) => ({
          ...one,
          value: approved(count(5), index === 0 ? 2 : 1),
        })),
      },
      "incomparableVersions",
    ],
    [
      "a baseline of another kind",
      { countries: six(() => count(5)).map((one) => ({ ...one, baseline: baseline(yes) })) },
      "incomparableVersions",
    ],
  ] satisfies [string, Partial<RegionInput>, string][])("%s", (_, changed, code) => {
    const { assessment } = aggregateRegion(regionInput(changed));
    expect(assessment).toMatchObject({ status: "notAssessed", step: "1", reason: { code }, R: null });
    expect(assessment.letters).toEqual({ y: null, b: null, A: null, T: null });
  });

  it("is a narrative that no one aggregates", () => {
    const rules = { ...countRules, type: "narrative", direction: "neutral", aggregation: "notComputable" } as const;
    expect(brief(regionInput({ rules, countries: six(() => null) }))[1]).toBe("narrative");
  });

  it("names the last status, and says when the indicator applies nowhere", () => {
    const lastStatus = { status: "achieved", periodEndsOn: "2015-12-31" } as const;
    const nowhere = regionInput({ countries: six(() => missing("notApplicable")), lastStatus });
    expect(aggregateRegion(nowhere).assessment.reason).toEqual({
      code: "noApprovedValue",
      args: { missing: "notApplicable", lastStatus: "achieved", lastYear: "2015" },
    });
  });

  it("keeps the value of too few countries", () => {
    const few = regionInput({ countries: six((unit) => (unit === "KHM" ? count(7) : null)) });
    expect(aggregateRegion(few)).toMatchObject({
      value: { aggregate: { total: { low: "7", high: "7" } }, restsOn: ["KHM"], of: 6 },
      in: 1,
      of: 6,
      assessment: { status: "notAssessed", reason: { code: "tooFewCountries" } },
    });
  });
});
