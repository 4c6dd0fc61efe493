import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndicatorRules } from "./indicator";
import type { Value } from "./value";
import { type LastValue, needsComment, warningsOf } from "./value-warning";

const rules = (more: Partial<IndicatorRules> = {}): IndicatorRules => ({
  type: "number",
  direction: "increase",
  accumulation: "perPeriod",
  aggregation: "sum",
  aggregationStep: null,
  countsPersons: false,
  decimals: 2,
  stepCount: 0,
  ...more,
});
const percentage = rules({ type: "percentage", aggregation: "ratioOfSums" });
const cumulative = rules({ accumulation: "cumulativeToDate" });
const number = (number: string): Value => ({ kind: "number", number });
const ratio = (numerator: string, denominator: string): Value => ({
  kind: "ratio",
  numerator: { exact: numerator },
  denominator: { exact: denominator },
});
const last = (value: Value, comparable = true): LastValue => ({ period: "2015", value, comparable });
const about = (now: Value, before: LastValue | null, of = rules()) =>
  warningsOf(of, [], [], new Map([["total", now]]), before);

describe("a total against the last approved one", () => {
  it.each<[string, Value, Value, { direction: string; percent: string } | null]>([
    ["half more is unremarkable", number("100"), number("150"), null],
    ["half less too", number("100"), number("50"), null],
    ["a little over half isn't", number("100"), number("150.01"), { direction: "higher", percent: "50" }],
    ["402 after 824", number("824"), number("402"), { direction: "lower", percent: "51" }],
    ["from a negative figure", number("-10"), number("-16"), { direction: "lower", percent: "60" }],
    ["a change from 0 has no share", number("0"), number("5000"), null],
    ["to 0", number("3"), number("0"), { direction: "lower", percent: "100" }],
    ["a censored figure may be what it was", { kind: "censored", below: 5 }, number("400"), null],
    ["and becomes anything", number("400"), { kind: "censored", below: 5 }, null],
    ["a reason for none is no figure", number("400"), { kind: "missing", reason: "notCollected" }, null],
  ])("%s", (_, before, now, expected) => {
    const found = about(now, last(before));
    if (expected === null) expect(found).toEqual([]);
    else expect(found).toEqual([{ code: "bigChange", level: "warning", period: "2015", before, ...expected }]);
  });

  it("compares percentages by their quotient, where there is one", () => {
    expect(about(ratio("3", "36"), last(ratio("25", "30")), percentage)).toMatchObject([
      { code: "bigChange", direction: "lower", percent: "90" },
    ]);
    expect(about(ratio("250", "300"), last(ratio("25", "30")), percentage)).toEqual([]);
    expect(about(ratio("0", "0"), last(ratio("25", "30")), percentage)).toEqual([]);
    expect(about(ratio("25", "30"), last(ratio("0", "0")), percentage)).toEqual([]);
  });

  it("compares nothing across a break in the definition, without a figure before, or without a total", () => {
    expect(about(number("1"), last(number("100"), false))).toEqual([]);
    expect(about(number("1"), null)).toEqual([]);
    expect(warningsOf(rules(), [], [], new Map(), last(number("100")))).toEqual([]);
  });

  it("says nothing of yes/no, steps and words", () => {
    const step = (step: number): Value => ({ kind: "step", step });
    expect(about(step(4), last(step(1)), rules({ type: "milestone", stepCount: 5 }))).toEqual([]);
  });

  it("finds in a change of scale what it found before: shares have no unit", () => {
    const whole = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 2, max: 1000 }), (before, now, scale) => {
        const [one] = about(number(`${now}`), last(number(`${before}`)));
        const [other] = about(number(`${now * scale}`), last(number(`${before * scale}`)));
        expect(one?.code).toBe(other?.code);
        if (one?.code === "bigChange" && other?.code === "bigChange") expect(one.percent).toBe(other.percent);
      }),
    );
  });
});

describe("a total counted from the plan's start", () => {
  const span = ([from, to = from]: [string, string?]) => ({ from, to });
  const fall = (before: [string, string?], now: [string, string?]) => ({
    ...{ code: "cumulativeFall", level: "warning", measure: "number", period: "2015" },
    ...{ before: span(before), now: span(now) },
  });

  it("falls for certain where even the most that a censored figure stands for is less", () => {
    const below = (below: number): Value => ({ kind: "censored", below });
    expect(about(below(5), last(number("400")), cumulative)).toEqual([fall(["400"], ["0", "4"])]);
    expect(about(below(5), last(number("4")), cumulative)).toEqual([]);
    expect(about(number("0"), last(below(5)), cumulative)).toEqual([]);
    expect(about(below(5), last(below(11)), cumulative)).toEqual([]);
  });

  it("may grow as it likes and never falls silently", () => {
    expect(about(number("900"), last(number("100")), cumulative)).toEqual([]);
    expect(about(number("100"), last(number("100")), cumulative)).toEqual([]);
    expect(about(number("99.5"), last(number("100")), cumulative)).toEqual([fall(["100"], ["99.5"])]);
  });

  it("is watched on each side of a percentage", () => {
    const both = rules({ type: "percentage", aggregation: "ratioOfSums", accumulation: "cumulativeToDate" });
    expect(about(ratio("9", "19"), last(ratio("10", "20")), both)).toMatchObject([
      { measure: "numerator", before: { from: "10" }, now: { from: "9" } },
      { measure: "denominator", before: { from: "20" }, now: { from: "19" } },
    ]);
    expect(about(ratio("11", "40"), last(ratio("10", "20")), both)).toEqual([]);
  });
});

describe("parts", () => {
  const sex = { code: "sex", open: false, categories: [{ code: "female" }, { code: "male" }] };
  const values = (total: string, female: string, male?: string) =>
    new Map([
      ["total", number(total)],
      ["sex=female", number(female)],
      ...(male === undefined ? [] : ([["sex=male", number(male)]] as const)),
    ]);

  it("that differ ask for a comment; those that fall short while some are missing don't", () => {
    const [differ] = warningsOf(rules(), ["sex"], [sex], values("402", "265", "126"), null);
    const [short] = warningsOf(rules(), ["sex"], [sex], values("402", "265"), null);
    expect(differ && [differ.code, needsComment(differ)]).toEqual(["partsDiffer", true]);
    expect(short && [short.code, needsComment(short)]).toEqual(["partsShort", false]);
  });
});
