import { describe, expect, it } from "vitest";
import type { Value } from "../values/value";
import { isSmallShadow, shadowFault } from "./shadow-value";

const number = (count: string): Value => ({ kind: "number", number: count });
const ratio = (part: string, whole: string) =>
  ({ kind: "ratio", numerator: { exact: part }, denominator: { exact: whole } }) as const;

describe("a value of civil society", () => {
  it.each([
    [number("0"), null],
    [number("1"), "number"],
    [number("4"), "number"],
    [number("5"), null],
    [ratio("0", "40"), null],
    [ratio("4", "40"), "numerator"],
    [ratio("36", "40"), "numerator"],
    [ratio("35", "40"), null],
    [ratio("40", "40"), null],
    [ratio("3", "4"), "denominator"],
    [ratio("0", "0"), null],
    [{ kind: "yesNo", yes: true } satisfies Value, null],
    [{ kind: "step", step: 1 } satisfies Value, null],
  ])("that counts persons is refused where it tells of few: %j", (value, field) => {
    expect(shadowFault(value, true, 5)).toEqual(field && { code: "smallCount", field });
    expect(shadowFault(value, false, 5)).toBeNull();
  });

  it("is judged by the threshold that is set", () => {
    expect(shadowFault(number("7"), true, 11)).toEqual({ code: "smallCount", field: "number" });
    expect(isSmallShadow({ kind: "number", number: "7" }, true, 11)).toBe(true);
    expect(isSmallShadow({ kind: "number", number: "7" }, true, 5)).toBe(false);
    expect(isSmallShadow({ kind: "number", number: "7" }, false, 11)).toBe(false);
  });

  it("is exact, whatever it counts", () => {
    expect(shadowFault({ kind: "censored", below: 5 }, false, 5)).toEqual({ code: "notExact", field: "number" });
    const half: Value = { kind: "ratio", numerator: { exact: "9" }, denominator: { below: 30 } };
    expect(shadowFault(half, false, 5)).toEqual({ code: "notExact", field: "denominator" });
  });
});
