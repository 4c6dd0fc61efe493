import { describe, expect, it } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { differenceBetween, type ValueWording, valueText } from "./value-text";
import { wording as english } from "./wording.testing";

const wording: ValueWording = {
  ...english,
  withPercent: (parts, percent) => `${parts} (${percent}%)`,
  missing: (reason) => `no value: ${reason}`,
  nothing: "nothing entered",
};
const number = (number: string): Value => ({ kind: "number", number });
const ratio = (numerator: string, denominator: string): Value => ({
  kind: "ratio",
  numerator: { exact: numerator },
  denominator: { exact: denominator },
});

describe("a reported value in words", () => {
  it.each<[Value | null, string]>([
    [null, "nothing entered"],
    [number("1127"), "1,127"],
    [number("0"), "0"],
    [{ kind: "censored", below: 5 }, "<5"],
    [ratio("382", "455"), "382 of 455 (84.0%)"],
    [ratio("0", "0"), "0 of 0"],
    [{ kind: "ratio", numerator: { below: 5 }, denominator: { exact: "9" } }, "<5 of 9"],
    [{ kind: "yesNo", yes: false }, "No"],
    [{ kind: "step", step: 1 }, "Drafted"],
    [{ kind: "narrative", text: "As before." }, "As before."],
    [{ kind: "missing", reason: "notCollected" }, "no value: notCollected"],
  ])("%j", (value, text) => {
    expect(valueText(value, { type: "number", decimals: 0, steps: ["None", "Drafted"] }, wording)).toBe(text);
  });
});

describe("a difference in plain terms", () => {
  const between = (before: Value | null, now: Value | null, decimals = 0) =>
    differenceBetween(before, now, { decimals }, "en-GB");

  it("is counted in units for numbers and in points for percentages", () => {
    expect(between(number("54"), number("118"))).toEqual({ in: "units", amount: "+64" });
    expect(between(number("4"), number("3.5"), 1)).toEqual({ in: "units", amount: "−0.5" });
    expect(between(ratio("25", "30"), ratio("3", "36"))).toEqual({ in: "points", amount: "−75.0" });
    expect(between(number("7"), number("7"))).toEqual({ in: "units", amount: "0" });
  });

  it("is none where one number can't say it", () => {
    expect(between(null, number("3"))).toBeNull();
    expect(between(number("3"), { kind: "censored", below: 5 })).toBeNull();
    expect(between(ratio("0", "0"), ratio("1", "2"))).toBeNull();
    expect(between({ kind: "step", step: 0 }, { kind: "step", step: 2 })).toBeNull();
    expect(between({ kind: "missing", reason: "notReported" }, number("3"))).toBeNull();
  });
});
