import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndicatorRules } from "../framework/indicator";
import type { EarlierTotal } from "./cumulative-warning";
import type { Value } from "./value";
import { needsComment, warningsOf } from "./value-warning";

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
const number = (number: string): Value => ({ kind: "number", number });
const ratio = (numerator: string, denominator: string): Value => ({
  kind: "ratio",
  numerator: { exact: numerator },
  denominator: { exact: denominator },
});
const last = (value: Value, comparable = true): EarlierTotal => ({ period: "2015", value, comparable });
const about = (now: Value, before: EarlierTotal | null, of = rules()) =>
  warningsOf(of, [], [], new Map([["total", now]]), before ? [before] : []);

describe("a total against the last approved one", () => {
  const least = (direction: string) => ({ direction, isLeast: true });
  it.each<[string, Value, Value, { direction: string; percent: string; isLeast?: boolean } | null]>([
    ["half more is unremarkable", number("100"), number("150"), null],
    ["half less too", number("100"), number("50"), null],
    ["a little over half isn't", number("100"), number("150.01"), { direction: "higher", percent: "50" }],
    ["402 after 824", number("824"), number("402"), { direction: "lower", percent: "51" }],
    ["from a negative value", number("-10"), number("-16"), { direction: "lower", percent: "60" }],
    ["a change from 0 has no share", number("0"), number("5000"), null],
    ["nearly to 0", number("1333"), number("5"), { direction: "lower", percent: "99.6" }],
    ["nearer still", number("1333000"), number("5"), { direction: "lower", percent: "99.9996" }],
    ["nearly doubled", number("1000"), number("1996"), { direction: "higher", percent: "99.6" }],
    ["a little over double", number("1000"), number("2004"), { direction: "higher", percent: "100.4" }],
    ["to 0", number("3"), number("0"), { direction: "lower", percent: "100" }],
    ["a censored value may be what it was", { kind: "censored", below: 5 }, number("6"), null],
    ["or anything that is", number("8"), { kind: "censored", below: 5 }, null],
    ["fewer than 5 after 400", number("400"), { kind: "censored", below: 5 }, { ...least("lower"), percent: "99" }],
    ["of two bounds", { kind: "censored", below: 5 }, { kind: "censored", below: 3 }, null],
    ["400 after fewer than 5", { kind: "censored", below: 5 }, number("401"), { ...least("higher"), percent: "9925" }],
    ["a reason for none is no value", number("400"), { kind: "missing", reason: "notCollected" }, null],
  ])("%s", (_, before, now, expected) => {
    const found = about(now, last(before));
    if (expected === null) expect(found).toEqual([]);
    else
      expect(found).toEqual([
        { code: "bigChange", level: "warning", period: "2015", before, isLeast: false, ...expected },
      ]);
  });

  it("compares percentages by their quotient, where there is one", () => {
    expect(about(ratio("3", "36"), last(ratio("25", "30")), percentage)).toMatchObject([
      { code: "bigChange", direction: "lower", percent: "90" },
    ]);
    const few: Value = { kind: "ratio", numerator: { below: 5 }, denominator: { exact: "98" } };
    expect(about(few, last(ratio("25", "30")), percentage)).toMatchObject([{ percent: "95", isLeast: true }]);
    expect(about(ratio("250", "300"), last(ratio("25", "30")), percentage)).toEqual([]);
    expect(about(ratio("0", "0"), last(ratio("25", "30")), percentage)).toEqual([]);
    expect(about(ratio("25", "30"), last(ratio("0", "0")), percentage)).toEqual([]);
  });

  it("compares nothing across a break in the definition, without a value before, or without a total", () => {
    expect(about(number("1"), last(number("100"), false))).toEqual([]);
    expect(about(number("1"), null)).toEqual([]);
    expect(warningsOf(rules(), [], [], new Map(), [last(number("100"))])).toEqual([]);
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

describe("a total against all that were approved", () => {
  const years = (values: readonly Value[]): EarlierTotal[] =>
    values.map((value, index) => ({ period: String(2015 + index), value, comparable: true }));
  const unlike = (now: Value, before: readonly EarlierTotal[], of = rules()) =>
    warningsOf(of, [], [], new Map([["total", now]]), before).filter(({ code }) => code === "unlikeBefore");
  // Their mean is 52.5, their standard deviation the root of 5/3: three of it end at 48.627 and 56.373.
  const steady = years(["51", "52", "53", "54"].map(number));

  it("is remarkable beyond three standard deviations, and says between what the others lie", () => {
    expect(unlike(number("56.37"), steady)).toEqual([]);
    expect(unlike(number("48.63"), steady)).toEqual([]);
    const found = {
      code: "unlikeBefore",
      level: "warning",
      from: "2015",
      to: "2018",
      count: 4,
      mean: "52.500",
      lowest: number("51"),
      highest: number("54"),
    };
    expect(unlike(number("56.38"), steady)).toEqual([found]);
    expect(unlike(number("48.62"), steady)).toEqual([found]);
  });

  it("isn't where it lies at three of them exactly, of values that no float can tell apart", () => {
    // Mean 2, standard deviation 2: 8 is three of it away, and so is it a trillion times a trillion times larger.
    for (const zeros of ["", "0".repeat(24)]) {
      const history = years(["1", "1", "1", "5"].map((one) => number(one + zeros)));
      expect(unlike(number(`8${zeros}`), history)).toEqual([]);
      expect(unlike(number(`8${zeros}.01`), history)).toHaveLength(1);
    }
  });

  it("needs four exact ones that may be compared with it", () => {
    const far = number("90");
    expect(unlike(far, steady)).toHaveLength(1);
    expect(unlike(far, steady.slice(1))).toEqual([]);
    expect(unlike(far, [...steady.slice(1), { ...last(number("52")), comparable: false }])).toEqual([]);
    expect(unlike(far, [...steady.slice(1), last({ kind: "censored", below: 5 })])).toEqual([]);
    expect(unlike(far, [...steady, last({ kind: "missing", reason: "notCollected" })])).toHaveLength(1);
    expect(unlike({ kind: "censored", below: 5 }, steady)).toEqual([]);
  });

  it("asks about any change of what never changed", () => {
    const same = years(["25", "25", "25", "25"].map(number));
    expect(unlike(number("25"), same)).toEqual([]);
    expect(unlike(number("26"), same)).toHaveLength(1);
  });

  it("compares percentages by their quotients, and gives their mean in per cent", () => {
    const shares = years([ratio("61", "100"), ratio("31", "50"), ratio("63", "100"), ratio("640", "1000")]);
    expect(unlike(ratio("66", "100"), shares, percentage)).toEqual([]);
    expect(unlike(ratio("70", "100"), shares, percentage)).toMatchObject([
      { mean: "62.500", lowest: ratio("61", "100"), highest: ratio("640", "1000") },
    ]);
  });

  it("stands beside a large change", () => {
    const codes = warningsOf(rules(), [], [], new Map([["total", number("520")]]), steady).map(({ code }) => code);
    expect(codes).toEqual(["bigChange", "unlikeBefore"]);
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
    const [differ] = warningsOf(rules(), ["sex"], [sex], values("402", "265", "126"), []);
    const [short] = warningsOf(rules(), ["sex"], [sex], values("402", "265"), []);
    expect(differ && [differ.code, needsComment(differ)]).toEqual(["partsDiffer", true]);
    expect(short && [short.code, needsComment(short)]).toEqual(["partsShort", false]);
  });
});
