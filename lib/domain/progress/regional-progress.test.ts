import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Value } from "../values/value";
import { aggregateRegion } from "./aggregation";
import { assess } from "./progress";
import {
  approved,
  baseline,
  count,
  counted,
  countRules,
  country,
  cumulativeRules,
  missing,
  regionInput,
  six,
  targets,
  unitInput,
  units,
  year,
} from "./progress.testing";
import type { RegionInput } from "./regional-progress";

const brief = (input: RegionInput) => {
  const { assessment } = aggregateRegion(input);
  return [assessment.status, assessment.reason?.code ?? null, assessment.R];
};

describe("carrying forward into the status", () => {
  const goal = targets(null, null, null, 40); // from 0: A is 20
  const silent = country("KHM", { lastApproved: { ...approved(count(16)), period: year(2015) }, targets: goal });
  const other = country("LAO", { value: approved(count(22)), targets: goal });

  it("lets a country's last total stand, and marks it", () => {
    const result = aggregateRegion(regionInput({ rules: cumulativeRules, countries: [silent, other] }));
    expect(result.assessment).toMatchObject({
      status: "onTrack",
      R: "0.950000",
      letters: { y: "38/1", b: "0/1", A: "40/1" },
    });
    expect(result.assessment.inputs.members.map(({ carriedFrom }) => carriedFrom)).toEqual(["2015", null]);
    expect(result.value?.carried).toEqual([{ unit: "KHM", from: "2015" }]);
  });

  it("doesn't carry what was counted before the baseline", () => {
    const later = { ...silent, baseline: baseline(count(10), "2015-12-31") };
    const { standings } = aggregateRegion(regionInput({ rules: cumulativeRules, countries: [later, other] }));
    expect(standings[0]).toEqual({ unit: "KHM", standing: "baselinePeriod" });
  });

  it("leaves values per period out", () => {
    const given = [silent, other].map((one) => ({ ...one, baseline: baseline(count(0)) }));
    expect(aggregateRegion(regionInput({ countries: given })).standings[0]).toEqual({
      unit: "KHM",
      standing: "noValue",
    });
  });
});

describe("censored counts in the region", () => {
  it("add up to two ends, and are assessed only where both agree", () => {
    const small = counted("KHM", 0, count("<5"), 10, 20);
    const agree = regionInput({ countries: [small, counted("LAO", 0, count(1), 10, 20)] });
    expect(aggregateRegion(agree)).toMatchObject({
      value: { aggregate: { total: { low: "1", high: "5" } } },
      assessment: { status: "limitedProgress", R: null, letters: { y: null, b: "0/1", A: "20/1" } },
    });
    const differ = regionInput({ countries: [small, counted("LAO", 0, count(9), 10, 20)] });
    expect(brief(differ)).toEqual(["notAssessed", "censored", null]);
  });

  it("evaluates censored baselines at both ends too", () => {
    const open = { ...counted("KHM", 0, count(3), 10, 20), baseline: baseline(count("<5")) };
    const known = counted("LAO", 0, count(10), 10, 20);
    // 13 of 20 from 0, or 9 of 16 from 4.
    expect(brief(regionInput({ countries: [open, known] }))).toEqual(["notAssessed", "censored", null]);
  });
});

describe("the region's trend", () => {
  const shown = (...values: (Value | null)[]) =>
    regionInput({
      countries: values.map((value, index) => country(units[index] ?? "", { value: value && approved(value) })),
    });
  const before = aggregateRegion(shown(count(4), count(6))).value;
  const trend = (input: RegionInput) => aggregateRegion({ ...input, previous: before }).assessment.trend;

  it.each([
    ["up", shown(count(9), count(2))],
    ["down", shown(count(9), count(0))],
    ["flat", shown(count(5), count(5))],
    [null, shown(count("<5"), count(8))],
    [null, shown(count(50), null)],
    [null, shown(count(50), count(1), count(1))],
  ])("%s, and only over the same countries", (arrow, input) => {
    expect(trend(input)).toBe(arrow);
  });

  it("doesn't cross a break between versions", () => {
    const renewed = shown(count(9), count(2));
    const countries = renewed.countries.map((one) => ({ ...one, value: approved(count(9), 2) }));
    const versions = (comparable: boolean) => [1, 2].map((version) => ({ version, comparable }));
    expect(trend({ ...renewed, countries, versions: versions(false) })).toBeNull();
    expect(trend({ ...renewed, countries, versions: versions(true) })).toBe("up");
  });

  it("shows only where no country has a target", () => {
    const aimed = { ...shown(count(9), count(2)), countries: six(() => count(9)).slice(0, 2) };
    expect(trend(aimed)).toBeNull();
    expect(aggregateRegion(shown(count(9))).assessment.trend).toBeNull();
  });
});

describe("laws of the region", () => {
  const whole = fc.nat(30);
  const part = fc.record({ b: whole, y: whole, A: whole, T: whole });

  it("one country alone is judged as the country is", () => {
    fc.assert(
      fc.property(part, fc.constantFrom("increase", "decrease"), ({ b, y, A, T }, direction) => {
        const rules = { ...countRules, direction } as const;
        const alone = counted("KHM", b, count(y), A, T);
        const { status, step, R, letters } = aggregateRegion(regionInput({ rules, countries: [alone] })).assessment;
        const own = assess(unitInput({ rules, value: alone.value, baseline: alone.baseline, targets: alone.targets }));
        expect({ status, step, R, letters }).toEqual({
          status: own.status,
          step: own.step,
          R: own.R,
          letters: own.letters,
        });
      }),
    );
  });

  it("doesn't depend on the order of the countries, nor on who only said nothing", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
        const given = parts.map(({ b, y, A, T }, index) => counted(units[index] ?? "", b, count(y), A, T));
        const { status, R, letters } = aggregateRegion(regionInput({ countries: given })).assessment;
        const silent = counted("VNM", 5, missing("notCollected"), 6, 7);
        const more = given.length === 2 ? [silent] : [silent, { ...silent, unit: "THA" }].slice(0, given.length >> 1);
        const other = aggregateRegion(regionInput({ countries: [...more, ...given.reverse()] })).assessment;
        expect({ status: other.status, R: other.R, letters: other.letters }).toEqual({ status, R, letters });
      }),
    );
  });

  it("is told in plain JSON", () => {
    const result = aggregateRegion(regionInput({ countries: six(() => count(5)) }));
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
