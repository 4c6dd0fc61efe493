import { describe, expect, it } from "vitest";
import { figureWithUnit, regionFigureText } from "./count-of-countries";
import { missing, shown } from "./indicator-view.testing";
import { wording } from "./wording.testing";

const scale = { type: "yesNo", decimals: 0, steps: [] } as const;

describe("a count of countries", () => {
  it("is written with how many it is of, 0 too", () => {
    expect(regionFigureText(shown("0"), 5, scale, wording)).toBe("0 of 5");
    expect(regionFigureText(missing, 5, scale, wording)).toBe("no value");
  });

  it("needs no unit where it stands alone, which a percentage does", () => {
    const percent = { type: "percentage", decimals: 0, steps: [] } as const;
    const ratio = (part: string, whole: string) =>
      ({
        state: "shown",
        figure: { kind: "ratio", numerator: { exact: part }, denominator: { exact: whole } },
      }) as const;
    expect(figureWithUnit(ratio("324", "1000"), null, percent, wording)).toBe("32.4%");
    expect(figureWithUnit(ratio("0", "0"), null, percent, wording)).toBe("0 of 0");
    expect(figureWithUnit({ state: "suppressed" }, null, percent, wording)).toBe("suppressed");
    expect(figureWithUnit(shown("2"), 5, percent, wording)).toBe("2 of 5");
    expect(figureWithUnit(shown("1127"), null, scale, wording)).toBe("1,127");
  });

  it("is the only figure written so", () => {
    expect(regionFigureText(shown("1127"), null, scale, wording)).toBe("1,127");
  });
});
