import { describe, expect, it } from "vitest";
import { countOfCountries, regionFigureText } from "./count-of-countries";
import { missing, shown, wording } from "./indicator-view.testing";

const scale = { type: "yesNo", decimals: 0, steps: [] } as const;

describe("a count of countries", () => {
  it("is of those with a value, and names the others", () => {
    const answers: [string, boolean | null][] = [
      ["KHM", true],
      ["LAO", null],
      ["THA", false],
    ];
    const counted = countOfCountries(
      answers,
      ([, yes]) => yes !== null,
      ([, yes]) => yes === true,
    );
    expect(counted).toEqual({ count: 1, of: 2, without: [["LAO", null]] });
  });

  it("is written with how many it is of, 0 too", () => {
    expect(regionFigureText(shown("0"), 5, scale, wording)).toBe("0 of 5");
    expect(regionFigureText(missing, 5, scale, wording)).toBe("no value");
  });

  it("is the only figure written so", () => {
    expect(regionFigureText(shown("1127"), null, scale, wording)).toBe("1,127");
  });
});
