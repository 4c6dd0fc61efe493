import { describe, expect, it } from "vitest";
import { period } from "./indicator-view.testing";
import { redefinedPeriods } from "./redefined-periods";

const periods = ["2015", "2016", "2017"].map((code) => period(code));
const version = (validFrom: string | null, comparable: boolean) => ({
  version: 1,
  validFrom,
  comparable,
  definition: "",
});
const found = (...history: ReturnType<typeof version>[]) => [...redefinedPeriods({ history }, periods)];

describe("periods of a new definition", () => {
  it("are those in which one began that can't be compared with the one before", () => {
    expect(found(version("2017-01-01", false), version(null, true))).toEqual(["2017"]);
    expect(found(version("2017-01-01", true), version(null, true))).toEqual([]);
    expect(found(version("2015-01-01", false))).toEqual([]);
  });

  it("count one that began within a period from the next, which is the first that it holds for", () => {
    expect(found(version("2015-07-01", false), version(null, true))).toEqual(["2016"]);
  });
});
