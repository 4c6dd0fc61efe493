import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "@/lib/domain/values/rational";
import { missingReasons, type Value } from "@/lib/domain/values/value";
import {
  approved,
  count,
  countRules,
  country,
  cumulativeRules,
  milestoneRules,
  missing,
  no,
  percentageRules,
  ratio,
  step,
  year,
  yes,
  yesNoRules,
} from "./progress.testing";
import { aggregateCell, asValue, rangeOfAggregate } from "./regional-value";

const units = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];
const countries = (...values: (Value | null)[]) =>
  values.map((value, index) => country(units[index] ?? "", { value: value && approved(value) }));
const bounds = (low: string | number, high = low) => ({ low: String(low), high: String(high) });

describe("a sum over countries", () => {
  it("rests on the countries that have a value, and says which", () => {
    const given = countries(count(158), count(206), count(22), missing("notCollected"), null, count("272.5"));
    expect(aggregateCell(countRules, given)).toEqual({
      aggregate: { kind: "sum", total: bounds("658.5") },
      restsOn: ["KHM", "CHN", "LAO", "VNM"],
      of: 6,
      carried: [],
      versions: [1],
    });
  });

  it("counts out a country to which the indicator doesn't apply", () => {
    const value = aggregateCell(countRules, countries(count(5), missing("notApplicable"), missing("notReported")));
    expect(value).toMatchObject({ restsOn: ["KHM"], of: 2 });
  });

  it("has no value where no country has a value", () => {
    expect(aggregateCell(countRules, countries(null, missing("confidential")))).toBeNull();
    expect(aggregateCell(countRules, [])).toBeNull();
  });

  it("knows a 0 from a blank", () => {
    expect(aggregateCell(countRules, countries(count(0), null))).toMatchObject({
      aggregate: { kind: "sum", total: bounds(0) },
      restsOn: ["KHM"],
    });
  });

  it("lies between two bounds where parts are censored", () => {
    const value = aggregateCell(countRules, countries(count(800), count("<5"), count("<5")));
    expect(value?.aggregate).toEqual({ kind: "sum", total: bounds(800, 808) });
    expect(value && asValue(value.aggregate)).toBeNull();
    const hidden = aggregateCell(countRules, countries(count("<5"), count("<5"), count(0)));
    expect(hidden && asValue(hidden.aggregate)).toEqual({ kind: "censored", below: 9 });
  });

  it("isn't computable where the framework says so", () => {
    expect(aggregateCell({ ...countRules, aggregation: "notComputable" }, countries(count(1)))).toBeNull();
    expect(aggregateCell({ ...milestoneRules, aggregationStep: null }, countries(step(1)))).toBeNull();
  });

  it("leaves out a value of another kind: it was made under another definition", () => {
    expect(aggregateCell(countRules, countries(count(3), ratio(1, 2), yes))).toMatchObject({ restsOn: ["KHM"] });
  });
});

describe("a ratio of sums", () => {
  it("adds numerators and denominators", () => {
    // The mean of 50%, 10% and 100% would be 53%; together they are 13 of 112.
    const value = aggregateCell(percentageRules, countries(ratio(1, 2), ratio(11, 109), ratio(1, 1)));
    expect(value?.aggregate).toEqual({ kind: "ratioOfSums", numerator: bounds(13), denominator: bounds(112) });
    expect(value && asValue(value.aggregate)).toEqual(ratio(13, 112));
  });

  it("takes 0 of 0 as a value that weighs nothing", () => {
    const value = aggregateCell(percentageRules, countries(ratio(1, 2), ratio(0, 0)));
    expect(value).toMatchObject({
      aggregate: { numerator: bounds(1), denominator: bounds(2) },
      restsOn: ["KHM", "CHN"],
    });
  });

  it("has a range only over an exact denominator above 0", () => {
    const range = (...values: Value[]) => {
      const value = aggregateCell(percentageRules, countries(...values));
      const { low, high } = (value && rangeOfAggregate(value.aggregate)) ?? {};
      return [low?.toFraction(), high?.toFraction()];
    };
    expect(range(ratio("<5", 10), ratio(1, 10))).toEqual(["1/20", "1/4"]);
    expect(range(ratio(1, "<5"), ratio(1, 10))).toEqual([undefined, undefined]);
    expect(range(ratio(0, 0))).toEqual([undefined, undefined]);
  });

  it("equals the ratio of the sums, whatever blanks stand between", () => {
    const part = fc.option(fc.tuple(fc.nat(10 ** 6), fc.nat(10 ** 6)), { freq: 3 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const value = aggregateCell(percentageRules, countries(...parts.map((part) => part && ratio(...part))));
        const given = parts.filter((part) => part !== null);
        const add = (index: 0 | 1) => given.reduce((total, part) => total + part[index], 0);
        expect(value && asValue(value.aggregate)).toEqual(given.length === 0 ? null : ratio(add(0), add(1)));
      }),
    );
  });
});

describe("a count of countries", () => {
  it("counts a yes, and never takes a blank for a no", () => {
    const value = aggregateCell(yesNoRules, countries(yes, no, yes, null, missing("notReported")));
    expect(value).toMatchObject({
      aggregate: { kind: "countOfCountries", meeting: 2 },
      restsOn: ["KHM", "CHN", "LAO"],
      of: 5,
    });
    expect(value && asValue(value.aggregate)).toEqual(count(2));
  });

  it("counts countries at or above the milestone's step", () => {
    const value = aggregateCell(milestoneRules, countries(step(2), step(3), step(4)));
    expect(value?.aggregate).toEqual({ kind: "countOfCountries", meeting: 2 });
  });

  it("counts from step 0 where the indicator says so", () => {
    const value = aggregateCell({ ...milestoneRules, aggregationStep: 0 }, countries(step(0), step(3)));
    expect(value?.aggregate).toEqual({ kind: "countOfCountries", meeting: 2 });
  });
});

describe("carrying forward", () => {
  const lastApproved = { ...approved(count(40)), period: year(2015) };
  const silent = country("KHM", { lastApproved });
  const other = country("LAO", { value: approved(count(2)) });

  it("lets a total since the plan's start stand, and marks it", () => {
    expect(aggregateCell(cumulativeRules, [silent, other])).toMatchObject({
      aggregate: { total: bounds(42) },
      restsOn: ["KHM", "LAO"],
      carried: [{ unit: "KHM", from: "2015" }],
    });
  });

  it.each([
    ["a value per period", countRules, silent],
    ["a state at the end of the period", { ...countRules, accumulation: "snapshot" } as const, silent],
    ["a total that doesn't apply there now", cumulativeRules, { ...silent, value: approved(missing("notApplicable")) }],
  ])("never carries %s", (_, rules, given) => {
    expect(aggregateCell(rules, [given, other])).toMatchObject({ aggregate: { total: bounds(2) }, carried: [] });
  });

  it("carries past a value that is only missing, and prefers the period's own", () => {
    const late = { ...silent, value: approved(missing("notYetAvailable")) };
    expect(aggregateCell(cumulativeRules, [late])?.carried).toEqual([{ unit: "KHM", from: "2015" }]);
    const own = { ...silent, value: approved(count(0)) };
    expect(aggregateCell(cumulativeRules, [own])).toMatchObject({ aggregate: { total: bounds(0) }, carried: [] });
  });

  it("names every version that it rests on", () => {
    const renewed = country("LAO", { value: approved(count(2), 2) });
    expect(aggregateCell(cumulativeRules, [renewed, silent])?.versions).toEqual([1, 2]);
  });
});

describe("blanks", () => {
  it("change nothing but how many countries there are", () => {
    const blank = fc.constantFrom<Value | null>(null, ...missingReasons.map(missing));
    const cell = fc.oneof(blank, fc.nat(9).map(count));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), (values) => {
        const withBlanks = aggregateCell(countRules, countries(...values));
        const given = countries(...values).filter(({ value }) => value?.value.kind === "number");
        const without = aggregateCell(countRules, given);
        expect(withBlanks && { ...withBlanks, of: 0 }).toEqual(without && { ...without, of: 0 });
      }),
    );
  });

  it("leave a sum between the least and the most of its parts", () => {
    const part = fc.oneof(
      fc.nat(20),
      fc.integer({ min: 1, max: 9 }).map((below) => `<${below}`),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const value = aggregateCell(countRules, countries(...parts.map(count)));
        const range = value && rangeOfAggregate(value.aggregate);
        const ends = parts.map((part) => (typeof part === "number" ? [part, part] : [0, Number(part.slice(1)) - 1]));
        const add = (index: 0 | 1) => rational(ends.reduce((total, end) => total + (end[index] ?? 0), 0));
        expect(range?.low.equals(add(0)) && range.high.equals(add(1))).toBe(true);
      }),
    );
  });
});
