import { describe, expect, it } from "vitest";
import { areComparable } from "./indicator-version";
import { statusDistribution, statuses } from "./status";

describe("the distribution of statuses", () => {
  it("counts every status, those that don't occur as 0", () => {
    const distribution = statusDistribution(["onTrack", "notAssessed", "onTrack"]);
    expect(distribution).toMatchObject({ onTrack: 2, notAssessed: 1, achieved: 0 });
    expect(Object.keys(distribution)).toEqual(statuses);
  });
});

describe("versions", () => {
  const history = [
    { version: 1, comparable: false },
    { version: 2, comparable: true },
    { version: 3, comparable: false },
    { version: 4, comparable: true },
  ];

  it.each([
    [[1], true],
    [[2, 1, 2], true],
    [[3, 4], true],
    [[2, 3], false],
    [[1, 4], false],
    [[4, 5], false],
    [[], true],
  ])("%j may be compared: %s", (used, comparable) => {
    expect(areComparable(history, used)).toBe(comparable);
  });
});
