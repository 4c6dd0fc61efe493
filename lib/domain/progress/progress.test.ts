import { describe, expect, it } from "vitest";
import type { Value } from "../values/value";
import type { AssessmentInput } from "./progress";
import { assess } from "./progress";
import {
  approved,
  baseline,
  count,
  countRules,
  cumulativeRules,
  missing,
  percentageRules,
  ratio,
  targets,
  unitInput,
  year,
  yes,
} from "./progress.testing";

const brief = (input: AssessmentInput) => {
  const { status, reason, R } = assess(input);
  return [status, reason?.code ?? null, R];
};
const twoVersions = (comparable: boolean) => [
  { version: 1, comparable: true },
  { version: 2, comparable },
];

describe("a count against its path", () => {
  it("explains the indicator page's example: China, 2017", () => {
    const assessment = assess(
      unitInput({
        period: year(2017),
        value: approved(count(206)),
        baseline: baseline(count(120)),
        targets: targets(160, 195, 230, 280),
      }),
    );
    expect(assessment).toEqual({
      methodVersion: "1.0",
      status: "accelerationNeeded",
      step: "7",
      reason: null,
      R: "0.781818",
      letters: { y: "206/1", b: "120/1", A: "230/1", T: "280/1" },
      trend: null,
      warnings: [],
      inputs: {
        type: "number",
        direction: "increase",
        accumulation: "perPeriod",
        period: { startsOn: "2017-01-01", endsOn: "2017-12-31" },
        value: count(206),
        valueVersion: 1,
        previous: null,
        baseline: baseline(count(120)),
        targets: targets(160, 195, 230, 280),
        endOfPlan: "2018-12-31",
      },
    });
  });

  it.each([
    [180, "achieved", null],
    [138, "onTrack", "0.950000"],
    [124, "accelerationNeeded", "0.600000"],
    [123, "limitedProgress", "0.575000"],
    [100, "limitedProgress", "0.000000"],
    [99, "movingAway", "-0.025000"],
  ])("%d where 140 are planned: %s", (y, status, R) => {
    expect(brief(unitInput({ value: approved(count(y)) }))).toEqual([status, null, R]);
  });

  it("is missed from the last target on, not before", () => {
    const short = { value: approved(count(170)) };
    expect(brief(unitInput({ ...short, period: year(2018) }))).toEqual(["missed", null, "0.875000"]);
    expect(brief(unitInput({ ...short, period: year(2019) }))).toEqual(["missed", null, "0.875000"]);
    expect(brief(unitInput({ ...short, period: year(2018), baseline: null }))).toEqual(["missed", null, null]);
    expect(brief(unitInput({ ...short, period: year(2017) }))).toEqual(["onTrack", null, "1.166667"]);
  });

  it("reads targets in any order", () => {
    const input = unitInput({ targets: targets(110, 150, 170, 180).reverse() });
    expect(assess(input).letters).toMatchObject({ A: "150/1", T: "180/1" });
    expect(assess(input).inputs.targets.map(({ endsOn }) => endsOn.slice(0, 4))).toEqual([
      "2015",
      "2016",
      "2017",
      "2018",
    ]);
  });

  it("keeps a floor: a target at the baseline is maintained or moved away from", () => {
    const floor = { targets: targets(null, null, null, 100) };
    expect(brief(unitInput({ ...floor, value: approved(count(100)) }))).toEqual(["maintained", null, null]);
    expect(brief(unitInput({ ...floor, value: approved(count(99)) }))).toEqual(["movingAway", null, null]);
  });

  it("warns when the target lies behind the baseline, and still says whether it is kept", () => {
    const behind = unitInput({ targets: targets(null, null, null, 90), value: approved(count(95)) });
    expect(assess(behind)).toMatchObject({ status: "maintained", step: "2", warnings: ["targetOpposesDirection"] });
    expect(assess({ ...behind, rules: { ...countRules, direction: "decrease" } }).warnings).toEqual([]);
    expect(assess({ ...behind, value: null }).warnings).toEqual(["targetOpposesDirection"]);
    // A baseline somewhere from 0 to 99 may lie on the right side of 90.
    expect(assess({ ...behind, baseline: baseline(count("<100")) }).warnings).toEqual([]);
  });
});

describe("step 1: not assessed", () => {
  const last = { status: "onTrack", periodEndsOn: "2015-12-31" } as const;

  it("names the last status and its year when nothing is approved", () => {
    expect(assess(unitInput({ value: null, lastStatus: last }))).toMatchObject({
      status: "notAssessed",
      step: "1",
      reason: { code: "noApprovedValue", args: { missing: "none", lastStatus: "onTrack", lastYear: "2015" } },
      letters: { y: null, b: "100/1", A: "140/1", T: "180/1" },
    });
  });

  it("tells why a value is missing", () => {
    expect(assess(unitInput({ value: approved(missing("confidential")) })).reason).toEqual({
      code: "noApprovedValue",
      args: { missing: "confidential", lastStatus: "none", lastYear: "" },
    });
  });

  const words: Value = { kind: "narrative", text: "The committee met twice." };
  const neutral = { ...countRules, direction: "neutral" } as const;
  it.each([
    ["a narrative", { value: approved(words), rules: { ...neutral, type: "narrative" } }, "narrative"],
    ["neutral, even with a target", { rules: neutral }, "neutral"],
    ["no target", { targets: [] }, "noTarget"],
    ["the baseline's own period", { baseline: baseline(count(100), "2016-01-01") }, "baselinePeriod"],
    ["the last day of the baseline's period", { baseline: baseline(count(100), "2016-12-31") }, "baselinePeriod"],
    ["a period before the baseline's", { baseline: baseline(count(100), "2017-06-30") }, "baselinePeriod"],
    [
      "the value under another version",
      { versions: twoVersions(false), value: approved(count(138), 2) },
      "incomparableVersions",
    ],
    [
      "the baseline under another version",
      { versions: twoVersions(false), baseline: baseline(count(100), "2014-12-31", 2) },
      "incomparableVersions",
    ],
    [
      "one target under another version",
      {
        versions: twoVersions(false),
        targets: [...targets(null, null, 150), ...targets(null, null, null, 180).map((t) => ({ ...t, version: 2 }))],
      },
      "incomparableVersions",
    ],
    ["a version that nobody knows", { value: approved(count(138), 3) }, "incomparableVersions"],
    ["a baseline of another kind", { baseline: baseline(yes) }, "incomparableVersions"],
    ["a target of another kind", { targets: targets(null, null, null, yes) }, "incomparableVersions"],
    ["a value of another kind", { value: approved(ratio(1, 2)) }, "incomparableVersions"],
  ] satisfies [string, Partial<AssessmentInput>, string][])("%s", (_, changed, code) => {
    expect(assess(unitInput(changed))).toMatchObject({ status: "notAssessed", step: "1", reason: { code }, R: null });
  });

  it("assesses across versions that are marked comparable", () => {
    const input = unitInput({ versions: twoVersions(true), value: approved(count(138), 2) });
    expect(brief(input)).toEqual(["onTrack", null, "0.950000"]);
  });

  it("assesses the first period after the baseline's", () => {
    expect(brief(unitInput({ baseline: baseline(count(100), "2015-12-31") }))[0]).toBe("onTrack");
  });

  it("names what breaks, and shows no path across the break", () => {
    expect(assess(unitInput({ versions: twoVersions(false), value: approved(count(138), 2) }))).toMatchObject({
      reason: { code: "incomparableVersions", args: { lowest: 1, highest: 2 } },
      letters: { y: "138/1", b: "100/1", A: null, T: null },
      warnings: [],
    });
  });

  it("tells the first reason that holds", () => {
    const nothing = unitInput({ value: null, rules: neutral, targets: [] });
    expect(assess(nothing).reason?.code).toBe("noApprovedValue");
    expect(assess({ ...nothing, value: approved(count(1)) }).reason?.code).toBe("neutral");
    const early = unitInput({ baseline: baseline(count(100), "2016-06-30"), value: approved(count(1), 9) });
    expect(assess(early).reason?.code).toBe("baselinePeriod");
    expect(assess({ ...early, targets: [] }).reason?.code).toBe("noTarget");
  });

  it("keeps the words of a narrative out of the explanation", () => {
    const input = unitInput({ value: approved(words), rules: { ...neutral, type: "narrative" } });
    expect(JSON.stringify(assess(input))).not.toContain("committee");
  });

  it("knows only achieved and missed without a baseline", () => {
    expect(assess(unitInput({ baseline: null }))).toMatchObject({ step: "5", reason: { code: "noBaseline" } });
    expect(brief(unitInput({ baseline: null, value: approved(count(180)) }))).toEqual(["achieved", null, null]);
  });
});

describe("a total counted from the plan's start", () => {
  const cumulative = { rules: cumulativeRules, baseline: null, targets: targets(null, null, null, 400) };

  it("starts at 0 on the day before the first period", () => {
    const assessment = assess(unitInput({ ...cumulative, value: approved(count(190)) }));
    expect(assessment).toMatchObject({ status: "onTrack", R: "0.950000", letters: { b: "0/1", A: "200/1" } });
    expect(assessment.inputs.baseline).toEqual({ value: count(0), measuredOn: "2014-12-31", version: null });
  });

  it("starts at a stated baseline where there is one", () => {
    const stated = unitInput({ ...cumulative, value: approved(count(190)), baseline: baseline(count(100)) });
    expect(assess(stated)).toMatchObject({ letters: { b: "100/1", A: "250/1" }, R: "0.600000" });
  });

  it("is no rule for percentages", () => {
    const rules = { ...percentageRules, accumulation: "cumulativeToDate" } as const;
    const input = unitInput({
      rules,
      baseline: null,
      value: approved(ratio(1, 4)),
      targets: targets(null, null, null, 50),
    });
    expect(brief(input)).toEqual(["notAssessed", "noBaseline", null]);
  });
});
