import { describe, expect, it } from "vitest";
import type { Direction } from "../framework/indicator";
import { rational } from "../values/rational";
import { commonVerdict, judgeByPath, judgeYesNo, targetOpposesDirection } from "./progress-steps";

type Text = string | number;
const number = (text: Text | null) => (text === null ? null : rational(text));
const letters = (y: Text, b: Text | null, A: Text | null, T: Text) => ({
  y: rational(y),
  b: number(b),
  A: number(A),
  T: rational(T),
});

const judge = (direction: Direction, [y, b, A, T]: readonly [Text, Text | null, Text | null, Text], ended = false) => {
  const { status, step, R, reason } = judgeByPath(letters(y, b, A, T), direction, ended);
  return [status, step, R, reason?.code ?? null];
};

describe("steps 2 to 7", () => {
  it.each([
    // The country of the indicator page: 86 of 110 persons planned by 2017.
    ["increase", [206, 120, 230, 280], false, "accelerationNeeded", "7", "0.781818"],
    ["increase", [889, 555, 885, 1060], false, "onTrack", "7", "1.012121"],
    ["decrease", [61, 80, 60, 40], false, "onTrack", "7", "0.950000"],
    ["decrease", [70, 80, 60, 40], false, "limitedProgress", "7", "0.500000"],
    ["decrease", [81, 80, 60, 40], false, "movingAway", "7", "-0.050000"],
    // 2: the target is where it started, or behind it.
    ["increase", [100, 100, 100, 100], false, "maintained", "2", null],
    ["increase", [99, 100, 100, 100], false, "movingAway", "2", null],
    ["increase", [99, 100, 100, 100], true, "movingAway", "2", null],
    ["increase", [90, 100, 95, 90], false, "maintained", "2", null],
    ["decrease", [0, 0, 0, 0], true, "maintained", "2", null],
    ["decrease", [1, 0, 0, 0], false, "movingAway", "2", null],
    // 3: reached, early, in time or late, with or without a baseline.
    ["increase", [180, 100, 140, 180], false, "achieved", "3", null],
    ["increase", [181, 100, 180, 180], true, "achieved", "3", null],
    ["decrease", [40, 80, 60, 40], false, "achieved", "3", null],
    ["increase", [180, null, null, 180], false, "achieved", "3", null],
    // 4: the end has come.
    ["increase", [170, 100, 180, 180], true, "missed", "4", "0.875000"],
    ["increase", [90, 100, 180, 180], true, "missed", "4", "-0.125000"],
    ["decrease", [50, 80, 40, 40], true, "missed", "4", "0.750000"],
    ["increase", [170, null, 180, 180], true, "missed", "4", null],
    // 5: no baseline.
    ["increase", [170, null, null, 180], false, "notAssessed", "5", null],
    ["increase", [170, null, 150, 180], false, "notAssessed", "5", null],
    // 6: the path is flat or dips.
    ["increase", [100, 100, 100, 180], false, "onTrack", "6", null],
    ["increase", [99, 100, 100, 180], false, "movingAway", "6", null],
    ["increase", [95, 100, 90, 180], false, "onTrack", "6", null],
    ["increase", [89, 100, 90, 180], false, "movingAway", "6", null],
    ["decrease", [101, 100, 100, 50], false, "movingAway", "6", null],
    ["decrease", [100, 100, 110, 50], false, "onTrack", "6", null],
  ] as const)("%s, y b A T = %j, ended %s: %s by step %s, R %s", (direction, values, ended, status, step, R) => {
    const reason = status === "notAssessed" ? "noBaseline" : null;
    expect(judge(direction, values, ended)).toEqual([status, step, R, reason]);
  });

  it.each([
    ["0.95 exactly", 38, "onTrack", "0.950000"],
    ["just below 0.95", "37.99", "accelerationNeeded", "0.949750"],
    ["0.60 exactly", 24, "accelerationNeeded", "0.600000"],
    ["just below 0.60", "23.99", "limitedProgress", "0.599750"],
    ["0 exactly", 0, "limitedProgress", "0.000000"],
    ["just below 0", "-0.01", "movingAway", "-0.000250"],
    // What rounds to the cut-off in the sixth place reaches it: 0.9499995 and 0.9499994 of 40.
    ["rounded up to 0.95", "37.99998", "onTrack", "0.950000"],
    ["rounded down below 0.95", "37.999976", "accelerationNeeded", "0.949999"],
    ["rounded up to 0.60", "23.99998", "accelerationNeeded", "0.600000"],
    ["rounded down below 0.60", "23.999976", "limitedProgress", "0.599999"],
    ["rounded up to 0", "-0.000016", "limitedProgress", "0.000000"],
    ["rounded away from 0", "-0.00002", "movingAway", "-0.000001"],
  ])("cut-off: %s", (_, y, status, R) => {
    expect(judge("increase", [y, 0, 40, 80]).slice(0, 3)).toEqual([status, "7", R]);
  });

  it("refuses to judge a neutral indicator", () => {
    expect(() => judge("neutral", [1, 0, 1, 2])).toThrow(RangeError);
  });
});

describe("yes/no in a country", () => {
  it.each([
    ["yes as wanted", 1, 0, 1, false, "achieved"],
    ["yes as wanted, without a baseline", 1, null, 1, true, "achieved"],
    ["yes as from the start", 1, 1, 1, false, "maintained"],
    ["a yes that was lost", 0, 1, 1, false, "movingAway"],
    ["a yes that was lost, at the end", 0, 1, 1, true, "movingAway"],
    ["not yet", 0, 0, 1, false, "pending"],
    ["not yet, without a baseline", 0, null, 1, false, "pending"],
    ["not at the end either", 0, 0, 1, true, "missed"],
    ["no as wanted", 0, 1, 0, false, "achieved"],
    ["no as from the start", 0, 0, 0, true, "maintained"],
    ["a no that was lost", 1, 0, 0, true, "movingAway"],
    ["still yes where no is wanted", 1, 1, 0, false, "pending"],
    ["still yes at the end", 1, 1, 0, true, "missed"],
  ])("%s", (_, y, b, T, ended, status) => {
    expect(judgeYesNo(letters(y, b, null, T), ended)).toEqual({ status, step: "yesNo", reason: null, R: null });
  });
});

describe("a target against its direction", () => {
  it.each([
    ["increase", 100, 90, false, true],
    ["increase", 100, 100, false, false],
    ["increase", 100, 110, false, false],
    ["decrease", 100, 110, false, true],
    ["increase", null, 90, false, false],
    ["increase", 1, 0, true, true],
    ["decrease", null, 1, true, true],
    ["decrease", 1, 0, true, false],
  ] as const)("%s from %s to %s (yes/no: %s) opposes: %s", (direction, b, T, isYesNo, opposes) => {
    expect(targetOpposesDirection({ b: number(b), T: rational(T) }, direction, isYesNo)).toBe(opposes);
  });
});

describe("the common verdict", () => {
  const at = (y: number) => judgeByPath(letters(y, 0, 40, 80), "increase", false);

  it("keeps R only if all ends share it", () => {
    expect(commonVerdict([at(20), at(20)])).toEqual(at(20));
    expect(commonVerdict([at(10), at(20)])).toEqual({ ...at(10), R: null });
  });

  it("is not assessed when two ends differ", () => {
    const censored = { status: "notAssessed", step: "1", reason: { code: "censored", args: {} }, R: null };
    expect(commonVerdict([at(10), at(20), at(30)])).toEqual(censored);
    expect(commonVerdict([at(10), at(30), at(10)])).toEqual(censored);
  });
});
