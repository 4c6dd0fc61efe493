import { describe, expect, it } from "vitest";
import { wording } from "@/lib/charts/wording.testing";
import { exactText, openValue, partsText, type Scale, shownText } from "./public-value";

const number: Scale = { type: "number", decimals: 0, steps: [] };
const ratio = (numerator: string, denominator: string) =>
  ({ kind: "ratio", numerator: { exact: numerator }, denominator: { exact: denominator } }) as const;

describe("values in words and digits", () => {
  it.each([
    [{ kind: "number", number: "1127" } as const, "1,127"],
    [{ kind: "number", number: "-3.50" } as const, "−3.50"],
    [{ kind: "number", number: "12345678901234567890.5" } as const, "12,345,678,901,234,567,890.5"],
    [{ kind: "censored", below: 5 } as const, "<5"],
    [{ kind: "censored", below: 12501 } as const, "<12,501"],
    [ratio("337", "402"), "83.8"],
    [ratio("1", "8"), "12.5"],
    [ratio("0", "0"), "0 of 0"],
    [{ kind: "ratio", numerator: { below: 5 }, denominator: { exact: "40" } } as const, "<5 of 40"],
    [{ kind: "yesNo", yes: false } as const, "No"],
  ])("writes %j as %s", (value, text) => {
    expect(exactText(value, number, wording)).toBe(text);
  });

  it("rounds a percentage half away from zero, from exact parts", () => {
    // 0.125 per cent of a thing is 12.45 by a float that isn't quite it.
    expect(exactText(ratio("249", "2000"), number, wording)).toBe("12.5");
  });

  it("names a milestone's step", () => {
    const scale: Scale = { type: "milestone", decimals: 0, steps: ["None", "Drafted", "In force"] };
    expect(exactText({ kind: "step", step: 2 }, scale, wording)).toBe("In force");
  });

  it("keeps the marks apart", () => {
    expect(shownText({ state: "small", below: 5 }, number, wording)).toBe("<5");
    expect(shownText({ state: "suppressed" }, number, wording)).toBe("suppressed");
    expect(shownText({ state: "missing", reason: null }, number, wording)).toBe("no value");
    expect(shownText({ state: "shown", value: { kind: "number", number: "0" } }, number, wording)).toBe("0");
  });

  it("marks what its source gives only as <5 as small, though nothing is hidden", () => {
    expect(openValue({ kind: "censored", below: 5 })).toEqual({ state: "small", below: 5 });
    expect(openValue(ratio("1", "8"))).toEqual({ state: "shown", value: ratio("1", "8") });
  });

  it("tells what a percentage is made of only where it is shown", () => {
    expect(partsText({ state: "shown", value: ratio("337", "402") }, wording)).toBe("337 of 402");
    expect(partsText({ state: "suppressed" }, wording)).toBeNull();
  });
});
