import { describe, expect, it } from "vitest";
import { areComparable, holdingVersion } from "./indicator-version";

describe("the version that holds for a period", () => {
  const first: { version: number; validFrom: string | null } = { version: 1, validFrom: null };
  const second = { version: 2, validFrom: "2016-01-01" };
  const third = { version: 3, validFrom: "2017-07-01" };

  it.each([
    ["2015-01-01", 1],
    ["2016-01-01", 2],
    ["2017-01-01", 2],
    ["2018-01-01", 3],
  ])("of those that began by %s it is version %d", (startsOn, version) => {
    for (const order of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ]) {
      expect(holdingVersion(order, startsOn)?.version).toBe(version);
    }
  });

  it("is none where the indicator begins within the period or later", () => {
    expect(holdingVersion([third], "2017-01-01")).toBeUndefined();
  });

  it("is the same for days as the database gives them", () => {
    const versions = [first, second].map(({ version, validFrom }) => ({
      version,
      validFrom: validFrom === null ? null : new Date(validFrom),
    }));
    expect(holdingVersion(versions, new Date("2016-01-01"))?.version).toBe(2);
    expect(holdingVersion(versions, new Date("2015-12-31"))?.version).toBe(1);
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
