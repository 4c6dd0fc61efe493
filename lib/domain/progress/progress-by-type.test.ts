import { describe, expect, it } from "vitest";
import type { Value } from "../values/value";
import type { AssessmentInput } from "./progress";
import { assess } from "./progress";
import {
  approved,
  baseline,
  count,
  milestoneRules,
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

const brief = (input: AssessmentInput) => {
  const { status, reason, R } = assess(input);
  return [status, reason?.code ?? null, R];
};

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
  ])("%s", (_, value, status, code) => {
    expect(brief(percentage({ value: approved(value) })).slice(0, 2)).toEqual([status, code]);
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
