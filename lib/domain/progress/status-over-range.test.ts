import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Direction } from "../framework/indicator";
import { aggregateRegion } from "./aggregation";
import { assess } from "./progress";
import {
  approved,
  baseline,
  count,
  countRules,
  country,
  milestoneRules,
  percentageRules,
  planYears,
  ratio,
  regionInput,
  step,
  targets,
  unitInput,
  year,
} from "./progress.testing";
import { regionalStatusOverRange, statusOverRange, type ValueRange } from "./status-over-range";

const counts = (low: number, high: number): ValueRange => ({ low: count(low), high: count(high) });
const between = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, index) => low + index);
const only = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? (values[0] ?? null) : null);

const small = fc.integer({ min: 0, max: 14 });
const range = fc.tuple(small, small).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
const path = fc.array(fc.option(small, { freq: 2 }), { minLength: 4, maxLength: 4 });
const rulesWith = fc.constantFrom<Direction>("increase", "decrease").map((direction) => ({ ...countRules, direction }));
const period = fc.constantFrom(...planYears).map(year);

describe("a country's status over a range", () => {
  const low = unitInput({ baseline: baseline(count(0)), targets: targets(null, null, null, 20) }); // A is 10

  it.each([
    ["1 to 4 of 10 are all limited progress", counts(1, 4), "limitedProgress"],
    ["1 to 9 of 10 aren't", counts(1, 9), null],
    ["20 and more are all achieved", counts(20, 99), "achieved"],
  ])("value: %s", (_, value, status) => {
    expect(statusOverRange(low, { value })).toBe(status);
  });

  it("looks at a hidden baseline, and at both together", () => {
    const input = { ...low, value: approved(count(12)) };
    expect(statusOverRange(input, { baseline: counts(1, 4) })).toBe("onTrack");
    expect(statusOverRange(input, { baseline: counts(1, 4), value: counts(12, 19) })).toBe("onTrack");
    expect(statusOverRange(input, { baseline: counts(1, 4), value: counts(9, 19) })).toBeNull();
  });

  it("is the status itself where nothing is hidden", () => {
    expect(statusOverRange(low, {})).toBe(assess(low).status);
  });

  it("doesn't invent a value where there is none", () => {
    expect(statusOverRange({ ...low, value: null }, { value: counts(1, 4) })).toBe("notAssessed");
    const short = { ...low, baseline: null, value: approved(count(12)) };
    expect(statusOverRange(short, { baseline: counts(1, 4) })).toBe("notAssessed");
  });

  it("is not assessed without a baseline while the target isn't reached", () => {
    const input = unitInput({ rules: percentageRules, baseline: null, targets: targets(null, null, null, 75) });
    const percentage = { ...input, value: approved(ratio(1, 4)) };
    expect(statusOverRange(percentage, { value: { low: ratio(1, 9), high: ratio(4, 9) } })).toBe("notAssessed");
    expect(statusOverRange(percentage, { value: { low: ratio(1, 9), high: ratio(8, 9) } })).toBeNull();
  });

  it("has no answer where there may have been no cases", () => {
    const input = unitInput({
      rules: percentageRules,
      targets: targets(null, null, null, 50),
      value: approved(ratio(3, 4)),
    });
    // Achieved from 0 of 4, and without a baseline; but from 1 of 1 the target would only be maintained.
    const from = baseline(ratio(1, 4));
    expect(
      statusOverRange({ ...input, baseline: from }, { baseline: { low: ratio(0, 4), high: ratio(1, 0) } }),
    ).toBeNull();
    const value = { low: ratio(0, 0), high: ratio(0, 0) };
    expect(statusOverRange({ ...input, baseline: from }, { value })).toBeNull();
  });

  it("has no answer where a censored value leaves the status open at an end", () => {
    const input = { ...low, value: approved(count("<10")) };
    expect(statusOverRange(input, { baseline: counts(0, 1) })).toBeNull();
  });

  it("agrees with every single value and baseline between the ends", () => {
    fc.assert(
      fc.property(rulesWith, period, path, range, range, (rules, period, path, ys, bs) => {
        const input = unitInput({ rules, period, targets: targets(...path) });
        const at = (y: number, b: number) =>
          assess({ ...input, value: approved(count(y)), baseline: baseline(count(b)) }).status;
        const all = between(...ys).flatMap((y) => between(...bs).map((b) => at(y, b)));
        expect(statusOverRange(input, { value: counts(...ys), baseline: counts(...bs) })).toBe(only(all));
      }),
      { numRuns: 600 },
    );
  });

  it("agrees with every milestone step between the ends", () => {
    const steps = fc.integer({ min: 0, max: 4 });
    const stepPath = fc.array(fc.option(steps, { freq: 2 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(period, stepPath, steps, steps, steps, (period, path, b, one, other) => {
        const goals = path.map((level) => (level === null ? null : ({ kind: "step", step: level } as const)));
        const input = unitInput({
          rules: milestoneRules,
          period,
          baseline: baseline(step(b)),
          targets: targets(...goals),
        });
        const ends = [Math.min(one, other), Math.max(one, other)] as const;
        const all = between(...ends).map((y) => assess({ ...input, value: approved(step(y)) }).status);
        expect(statusOverRange(input, { value: { low: step(ends[0]), high: step(ends[1]) } })).toBe(only(all));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the region's status over ranges", () => {
  it("agrees with every combination of values and baselines", () => {
    const narrow = fc.tuple(small, fc.integer({ min: 0, max: 3 })).map(([low, width]) => [low, low + width] as const);
    const part = fc.record({ ys: narrow, bs: narrow, path });
    fc.assert(
      fc.property(rulesWith, period, part, part, small, (rules, period, one, other, third) => {
        const parts = [one, other].map((given, index) => ({ unit: `C${index}`, ...given }));
        const at = (values: readonly (readonly [number, number])[]) => {
          const countries = parts.map(({ unit, path }, index) => {
            const [y, b] = values[index] ?? [0, 0];
            return country(unit, {
              value: approved(count(y)),
              baseline: baseline(count(b)),
              targets: targets(...path),
            });
          });
          const known = { value: approved(count(third)), baseline: baseline(count(3)), targets: targets(4, 6, 7, 9) };
          return regionInput({ rules, period, countries: [...countries, country("C2", known)] });
        };
        const pairs = parts.map(({ ys, bs }) =>
          between(...ys).flatMap((y) => between(...bs).map((b) => [y, b] as const)),
        );
        const [first = [], second = []] = pairs;
        const all = first.flatMap((a) => second.map((b) => aggregateRegion(at([a, b])).assessment));
        const ranges = parts.map(({ unit, ys, bs }) => ({ unit, value: counts(...ys), baseline: counts(...bs) }));
        const status = regionalStatusOverRange(at([]), ranges);
        if (status !== null) expect(only(all.map((assessment) => assessment.status))).toBe(status);
        else expect(only(all.map(({ status, reason }) => `${status} ${reason?.code}`))).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  const percentage = (unit: string, n: number, d: number) =>
    country(unit, {
      value: approved(ratio(n, d)),
      baseline: baseline(ratio(1, 10)),
      targets: targets(null, null, null, 50),
    });
  const percentages = regionInput({
    rules: percentageRules,
    countries: [percentage("KHM", 2, 40), percentage("LAO", 30, 100), percentage("THA", 60, 200)],
  });

  it("answers for a hidden numerator, not for a hidden denominator", () => {
    const numerator = { unit: "KHM", value: { low: ratio(1, 40), high: ratio(4, 40) } };
    expect(regionalStatusOverRange(percentages, [numerator])).toBe("accelerationNeeded");
    const denominator = { unit: "KHM", value: { low: ratio(2, 40), high: ratio(2, 39) } };
    expect(regionalStatusOverRange(percentages, [denominator])).toBeNull();
    const none = { unit: "KHM", value: { low: ratio(0, 0), high: ratio(0, 0) } };
    expect(regionalStatusOverRange(percentages, [none])).toBeNull();
  });

  it("takes a carried value over its range too", () => {
    const rules = { ...countRules, accumulation: "cumulativeToDate" } as const;
    const carried = country("KHM", {
      lastApproved: { ...approved(count(2)), period: year(2015) },
      targets: targets(null, null, null, 40),
    });
    const own = country("LAO", { value: approved(count(18)), targets: targets(null, null, null, 40) });
    const input = regionInput({ rules, countries: [carried, own] }); // A is 40
    expect(regionalStatusOverRange(input, [{ unit: "KHM", value: counts(0, 4) }])).toBe("limitedProgress");
    expect(regionalStatusOverRange(input, [{ unit: "KHM", value: counts(0, 9) }])).toBeNull();
  });
});
