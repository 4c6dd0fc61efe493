import { expect, it } from "vitest";
import { notBuilt } from "./not-built";
import type { Frequency } from "./reporting-period";

const period = (code: string, startsOn: string, frequency: Frequency) => ({ code, startsOn, frequency });
const region = { code: "REGION", level: "region" } as const;
const country = { code: "KHM", level: "country" } as const;
const annual = period("2015", "2015-01-01", "annual");
const of = (code: string, ...frequencies: Frequency[]) => ({ code, frequencies });

it("is nothing of a plan of countries at one frequency, whichever", () => {
  const units = [region, country];
  expect(notBuilt({ units, periods: [annual], indicators: [of("G1.1-a", "annual", "annual")] })).toEqual([]);
  const quarters = [period("Q2", "2015-04-01", "quarterly"), period("Q1", "2015-01-01", "quarterly")];
  expect(notBuilt({ units, periods: quarters, indicators: [of("G1.1-a", "quarterly")] })).toEqual([]);
  expect(notBuilt({ units: [], periods: [], indicators: [of("G1.1-a", "quarterly")] })).toEqual([]);
});

it("is a province, a period and an indicator of another frequency than the first period's", () => {
  const units = [region, country, { code: "KH-12", level: "province" } as const];
  const periods = [period("2016-H1", "2016-01-01", "halfYearly"), annual];
  const indicators = [of("G1.1-a", "annual"), of("G1.1-b", "quarterly", "annual")];
  expect(notBuilt({ units, periods, indicators })).toEqual([
    { code: "KH-12", reason: "province" },
    { code: "2016-H1", reason: "otherFrequency" },
    { code: "G1.1-b", reason: "otherFrequency" },
  ]);
});
