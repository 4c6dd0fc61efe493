import { describe, expect, it } from "vitest";
import type { Value } from "../values/value";
import type { AssessmentInput } from "./progress";
import { assess } from "./progress";
import { approved, count, missing, percentageRules, ratio, unitInput } from "./progress.testing";

const twoVersions = (comparable: boolean) => [
  { version: 1, comparable: true },
  { version: 2, comparable },
];

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
