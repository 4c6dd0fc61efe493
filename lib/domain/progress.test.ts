import { describe, expect, it } from "vitest";
import type { AssessmentInput } from "./progress";
import { assess } from "./progress";
import {
  approved,
  baseline,
  count,
  countRules,
  cumulativeRules,
  milestoneRules,
  missing,
  no,
  percentageRules,
  ratio,
  step,
  targets,
  unitInput,
  year,
  yes,
  yesNoRules,
} from "./progress.testing";
import type { Value } from "./value";

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
    expect(assessment.inputs.baseline).toEqual({ figure: count(0), measuredOn: "2014-12-31", version: null });
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

describe("percentages", () => {
  // From 61 of 140 in 2014 to 75% in 2018: by 2016 half of the way, (61/140 + 3/4) / 2 = 83/140.
  const percentage = (changed: Partial<AssessmentInput> = {}) =>
    unitInput({
      rules: percentageRules,
      baseline: baseline(ratio(61, 140)),
      targets: targets(null, null, null, 75),
      value: approved(ratio(77, 140)),
      ...changed,
    });

  it("compares quotients of numerator and denominator", () => {
    expect(assess(percentage())).toMatchObject({
      status: "accelerationNeeded",
      R: "0.727273", // 16 of 22 hundred-and-fortieths
      letters: { y: "11/20", b: "61/140", A: "83/140", T: "3/4" },
    });
  });

  it.each([
    ["reaches 75% exactly", ratio(3, 4), "achieved", null],
    ["0 of 0 says that there were no cases", ratio(0, 0), "notAssessed", "noCases"],
    ["0 of 12 is a value", ratio(0, 12), "movingAway", null],
    ["a censored denominator", ratio(1, "<5"), "notAssessed", "censored"],
    ["both censored", ratio("<5", "<5"), "notAssessed", "censored"],
    ["a censored numerator that makes no difference", ratio("<5", 400), "movingAway", null],
    ["a censored numerator that does", ratio("<5", 8), "notAssessed", "censored"],
    ["nothing of nothing, censored", ratio("<5", 0), "notAssessed", "noCases"],
  ])("%s", (_, figure, status, code) => {
    expect(brief(percentage({ value: approved(figure) })).slice(0, 2)).toEqual([status, code]);
  });

  it("counts a baseline of 0 of 0 as none, and its day as no one's", () => {
    const none = { baseline: baseline(ratio(0, 0), "2016-06-30") };
    expect(brief(percentage(none))).toEqual(["notAssessed", "noBaseline", null]);
    expect(brief(percentage({ ...none, value: approved(ratio(4, 5)) }))).toEqual(["achieved", null, null]);
    expect(assess(percentage(none)).inputs.baseline).toBeNull();
  });

  it("isn't assessed from a baseline with a censored denominator", () => {
    const open = percentage({ baseline: baseline(ratio(2, "<5")), value: approved(ratio(4, 5)) });
    expect(assess(open)).toMatchObject({ reason: { code: "censored" }, letters: { b: null, A: null, T: null } });
  });
});

describe("censored counts", () => {
  const low = { baseline: baseline(count(0)), targets: targets(null, null, null, 20) }; // A is 10

  it.each([
    ["0 and 4 of 10 are both limited progress", "<5", "limitedProgress", null],
    ["0 and 9 of 10 differ", "<10", "notAssessed", "censored"],
    ["anything below 1 is 0", "<1", "limitedProgress", null],
  ])("value: %s", (_, y, status, code) => {
    expect(brief(unitInput({ ...low, value: approved(count(y)) })).slice(0, 2)).toEqual([status, code]);
  });

  it("shows neither y nor R of a censored value", () => {
    expect(assess(unitInput({ ...low, value: approved(count("<5")) }))).toMatchObject({
      R: null,
      letters: { y: null, b: "0/1", A: "10/1", T: "20/1" },
      inputs: { value: { kind: "censored", below: 5 } },
    });
  });

  it("evaluates a censored baseline at both ends", () => {
    const open = { baseline: baseline(count("<5")), targets: targets(null, null, null, 20) };
    // From 0: 12 of 10 planned. From 4: 8 of 8.
    expect(assess(unitInput({ ...open, value: approved(count(12)) }))).toMatchObject({
      status: "onTrack",
      R: null,
      letters: { b: null, A: null, T: "20/1" },
    });
    // From 0: 0.6. From 4: 2 of 8.
    expect(brief(unitInput({ ...open, value: approved(count(6)) }))).toEqual(["notAssessed", "censored", null]);
  });

  it("keeps A where the baseline no longer bends it", () => {
    const past = { baseline: baseline(count("<5")), targets: targets(8, 10, null, 20) };
    expect(assess(unitInput({ ...past, value: approved(count(10)) })).letters).toMatchObject({ b: null, A: "10/1" });
  });

  it("needs both ends of value and baseline to agree", () => {
    const both = unitInput({
      baseline: baseline(count("<3")),
      value: approved(count("<3")),
      targets: targets(null, null, null, 50),
    });
    expect(brief(both)).toEqual(["notAssessed", "censored", null]);
  });
});

describe("yes/no", () => {
  const answer = (value: Value, changed: Partial<AssessmentInput> = {}) =>
    unitInput({
      rules: yesNoRules,
      value: approved(value),
      baseline: baseline(no),
      targets: targets(null, null, yes, yes),
      ...changed,
    });

  it.each([
    ["pending", answer(no)],
    ["achieved", answer(yes)],
    ["achieved", answer(yes, { baseline: null })],
    ["pending", answer(no, { baseline: null })],
    ["missed", answer(no, { period: year(2018) })],
    ["pending", answer(no, { period: year(2017) })],
    ["maintained", answer(yes, { baseline: baseline(yes) })],
    ["movingAway", answer(no, { baseline: baseline(yes) })],
  ])("%s", (status, input) => {
    expect(assess(input)).toMatchObject({ status, step: "yesNo", R: null });
  });

  it("shows a planned answer only for the period that has one", () => {
    expect(assess(answer(no)).letters).toEqual({ y: "0/1", b: "0/1", A: null, T: "1/1" });
    expect(assess(answer(no, { period: year(2017) })).letters.A).toBe("1/1");
  });

  it("wants no where the direction is decrease", () => {
    const rules = { ...yesNoRules, direction: "decrease" } as const;
    const unwanted = answer(no, { rules, baseline: baseline(yes), targets: targets(null, null, null, no) });
    expect(assess(unwanted)).toMatchObject({ status: "achieved", warnings: [] });
    expect(assess({ ...unwanted, rules: yesNoRules }).warnings).toEqual(["targetOpposesDirection"]);
  });

  it("isn't assessed in the baseline's period", () => {
    expect(brief(answer(yes, { baseline: baseline(no, "2016-06-30") }))).toEqual([
      "notAssessed",
      "baselinePeriod",
      null,
    ]);
  });
});

describe("milestones", () => {
  const at = (number: number, changed: Partial<AssessmentInput> = {}) =>
    unitInput({
      rules: milestoneRules,
      value: approved(step(number)),
      baseline: baseline(step(1)),
      targets: targets(null, null, null, step(4)),
      ...changed,
    });

  it("plans whole steps, rounded toward the baseline's", () => {
    // Half-way from 1 to 4 is 2.5: step 2 is enough.
    expect(assess(at(2))).toMatchObject({ status: "onTrack", R: "1.000000", letters: { A: "2/1" } });
    expect(assess(at(1))).toMatchObject({ status: "limitedProgress", R: "0.000000" });
    expect(assess(at(0))).toMatchObject({ status: "movingAway", R: "-1.000000" });
    expect(assess(at(4))).toMatchObject({ status: "achieved" });
    expect(assess(at(3, { period: year(2018) }))).toMatchObject({ status: "missed", R: "0.666667" });
  });

  it("is level while the planned step is still the baseline's", () => {
    // A quarter of the way from 1 to 4 is 1.75: step 1.
    expect(assess(at(1, { period: year(2015) }))).toMatchObject({ status: "onTrack", step: "6" });
    expect(assess(at(0, { period: year(2015) }))).toMatchObject({ status: "movingAway", step: "6" });
  });
});

describe("the trend", () => {
  const without = (value: Value, previous: Value, changed: Partial<AssessmentInput> = {}) =>
    assess(unitInput({ targets: [], value: approved(value), previous: approved(previous), ...changed })).trend;

  it.each([
    [count(5), count(4), "up"],
    [count(4), count(5), "down"],
    [count(5), count(5), "flat"],
    [count("<5"), count(5), "down"],
    [count("<5"), count(4), null],
    [count("<5"), count("<5"), null],
    [count("<5"), missing("notReported"), null],
  ])("from %j, before %j: %s", (value, previous, trend) => {
    expect(without(value, previous)).toBe(trend);
  });

  it("compares percentages as quotients, and nothing with no cases", () => {
    const rules = percentageRules;
    expect(without(ratio(2, 4), ratio(50, 100), { rules })).toBe("flat");
    expect(without(ratio(2, 3), ratio(50, 100), { rules })).toBe("up");
    expect(without(ratio(0, 0), ratio(50, 100), { rules })).toBeNull();
    expect(without(ratio(1, 2), ratio(1, "<5"), { rules })).toBeNull();
  });

  it("doesn't cross a break between versions or kinds", () => {
    const previous = approved(count(4), 2);
    expect(without(count(5), count(4), { versions: twoVersions(false), previous })).toBeNull();
    expect(without(count(5), count(4), { versions: twoVersions(true), previous })).toBe("up");
    expect(without(count(5), ratio(1, 2))).toBeNull();
  });

  it("shows only where there is no target", () => {
    expect(assess(unitInput({ previous: approved(count(1)) })).trend).toBeNull();
    expect(assess(unitInput({ targets: [], value: null, previous: approved(count(1)) })).trend).toBeNull();
  });
});
