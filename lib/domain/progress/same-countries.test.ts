import { describe, expect, it } from "vitest";
import { restOnSameCountries } from "./same-countries";

describe("two values of the region", () => {
  it.each([
    ["rest on the same countries in any order", ["KHM", "LAO"], ["LAO", "KHM"], true],
    ["differ by a country that came", ["KHM"], ["KHM", "LAO"], false],
    ["differ by a country that went", ["KHM", "LAO"], ["LAO"], false],
    ["differ by a country in place of another", ["KHM"], ["LAO"], false],
  ])("%s", (_, one, other, same) => {
    expect(restOnSameCountries({ restsOn: one }, { restsOn: other })).toBe(same);
  });
});
