import { describe, expect, it } from "vitest";
import { cumulativeWarnings, type EarlierTotal } from "./cumulative-warning";
import type { Value } from "./value";

const number = (number: string): Value => ({ kind: "number", number });
const below = (below: number): Value => ({ kind: "censored", below });
const ratio = (numerator: string, denominator: string): Value => ({
  kind: "ratio",
  numerator: { exact: numerator },
  denominator: { exact: denominator },
});
const since2015 = (values: readonly Value[]): EarlierTotal[] =>
  values.map((value, index) => ({ period: String(2015 + index), value, comparable: true }));
const about = (now: Value, ...before: Value[]) => cumulativeWarnings(now, since2015(before), 0);
const totals = (now: string, ...before: string[]) => about(number(now), ...before.map(number));

describe("a total counted from the plan's start that falls", () => {
  const span = ([from, to = from]: [string, string?]) => ({ from, to });
  const fall = (before: [string, string?], now: [string, string?]) => ({
    code: "cumulativeFall",
    level: "warning",
    measure: "number",
    period: "2015",
    before: span(before),
    now: span(now),
  });

  it("is told where even the most that a censored value stands for is less", () => {
    expect(about(below(5), number("400"))).toEqual([fall(["400"], ["0", "4"])]);
    expect(about(below(5), number("4"))).toEqual([]);
    expect(about(number("0"), below(5))).toEqual([]);
    expect(about(below(5), below(11))).toEqual([]);
  });

  it("is never silent", () => {
    expect(totals("100", "100")).toEqual([]);
    expect(totals("99.5", "100")).toEqual([fall(["100"], ["99.5"])]);
    // However it grew before.
    expect(totals("39", "10", "20", "30", "40", "50")).toMatchObject([{ code: "cumulativeFall", period: "2019" }]);
  });

  it("is watched on each side of a percentage", () => {
    expect(about(ratio("9", "19"), ratio("10", "20"))).toMatchObject([
      { measure: "numerator", before: { from: "10" }, now: { from: "9" } },
      { measure: "denominator", before: { from: "20" }, now: { from: "19" } },
    ]);
    expect(about(ratio("11", "26"), ratio("10", "20"))).toEqual([]);
  });
});

describe("a total counted from the plan's start that grows", () => {
  it("is held against its last growth, by half more or less", () => {
    expect(totals("45", "10", "20", "30")).toEqual([]);
    expect(totals("35", "10", "20", "30")).toEqual([]);
    expect(totals("46", "10", "20", "30")).toEqual([
      {
        code: "increaseChanged",
        level: "warning",
        measure: "number",
        direction: "higher",
        percent: "60",
        now: "16",
        period: "2017",
        before: "10",
        from: "2016",
        to: "2017",
      },
    ]);
    expect(totals("34", "10", "20", "30")).toMatchObject([{ direction: "lower", percent: "60", now: "4" }]);
    expect(totals("30", "10", "20", "30")).toMatchObject([{ direction: "lower", percent: "100", now: "0" }]);
  });

  it("tells a digit too many where only one total is known: all that was counted is the most that one period brings", () => {
    expect(totals("120", "12")).toEqual([
      {
        code: "increaseChanged",
        level: "warning",
        measure: "number",
        direction: "higher",
        percent: "800",
        now: "108",
        period: "2015",
        before: "12",
        from: null,
        to: "2015",
      },
    ]);
    // Nothing says how much of it was there at the start, so that growing less says nothing.
    expect(totals("13", "12")).toEqual([]);
    expect(totals("30", "12")).toEqual([]);
    expect(totals("31", "12")).toHaveLength(1);
    expect(totals("9000", "0")).toEqual([]);
  });

  it("is held against the last growth that was any, after a standstill, and then only asked why it grew so much", () => {
    expect(totals("120", "6", "12", "12")).toMatchObject([
      { direction: "higher", percent: "1700", before: "6", from: "2015", to: "2016", period: "2017" },
    ]);
    expect(totals("13", "6", "12", "12")).toEqual([]);
    expect(totals("120", "12", "12", "12")).toMatchObject([{ before: "12", from: null, to: "2017", now: "108" }]);
  });

  it("is unlike its growth so far beyond three standard deviations of at least four", () => {
    // Growths of 51 to 54: their mean is 52.5, three standard deviations of it end at 56.373.
    const history = ["10", "61", "113", "166", "220"];
    const unlike = (now: string, before = history) =>
      totals(now, ...before).filter(({ code }) => code === "increaseUnlike");
    expect(unlike("276")).toEqual([]);
    expect(unlike("277")).toEqual([
      {
        code: "increaseUnlike",
        level: "warning",
        measure: "number",
        now: "57",
        period: "2019",
        from: "2015",
        to: "2019",
        count: 4,
        lowest: "51",
        highest: "54",
        mean: "52.5",
      },
    ]);
    expect(unlike("268")).toHaveLength(1);
    expect(unlike("999", history.slice(1))).toEqual([]);
  });

  it("is compared on each side of a percentage, exactly and within a definition", () => {
    expect(about(ratio("50", "200"), ratio("10", "20"), ratio("20", "40"))).toMatchObject([
      { code: "increaseChanged", measure: "numerator", now: "30", before: "10" },
      { code: "increaseChanged", measure: "denominator", now: "160", before: "20" },
    ]);
    expect(about(number("120"), below(5))).toEqual([]);
    expect(about(below(5), number("4"), number("4"))).toEqual([]);
    const [first, second] = since2015([number("6"), number("12")]);
    expect(cumulativeWarnings(number("120"), [first!, { ...second!, comparable: false }], 0)).toEqual([]);
    expect(cumulativeWarnings(number("120"), [{ ...first!, comparable: false }, second!], 0)).toMatchObject([
      { before: "12", from: null },
    ]);
  });
});
