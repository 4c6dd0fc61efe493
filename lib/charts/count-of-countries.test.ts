import { describe, expect, it } from "vitest";
import { regionValueText, valueWithUnit } from "./count-of-countries";
import { missing, shown } from "./indicator-view.testing";
import { wording } from "./wording.testing";

const scale = { type: "yesNo", decimals: 0, steps: [] } as const;

describe("a count of countries", () => {
  it("is written with how many it is of, 0 too", () => {
    expect(regionValueText(shown("0"), 5, scale, wording)).toBe("0 of 5");
    expect(regionValueText(missing, 5, scale, wording)).toBe("no value");
  });

  it("needs no unit where it stands alone, which a percentage does", () => {
    const percent = { type: "percentage", decimals: 0, steps: [] } as const;
    const ratio = (part: string, whole: string) =>
      ({
        state: "shown",
        value: { kind: "ratio", numerator: { exact: part }, denominator: { exact: whole } },
      }) as const;
    expect(valueWithUnit(ratio("324", "1000"), null, percent, wording)).toBe("32.4%");
    expect(valueWithUnit(ratio("0", "0"), null, percent, wording)).toBe("0 of 0");
    expect(valueWithUnit({ state: "suppressed" }, null, percent, wording)).toBe("suppressed");
    expect(valueWithUnit(shown("2"), 5, percent, wording)).toBe("2 of 5");
    expect(valueWithUnit(shown("1127"), null, scale, wording)).toBe("1,127");
  });

  it("is the only value written so", () => {
    expect(regionValueText(shown("1127"), null, scale, wording)).toBe("1,127");
  });
});
