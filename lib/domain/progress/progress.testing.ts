// Made-up indicators for the tests of progress and aggregation: a plan of four years, 2015 to 2018.

import type { IndicatorRules } from "../framework/indicator";
import type { AssessableValue, TargetValue } from "../values/assessable-value";
import type { NamedPeriod } from "../values/country-value";
import type { MissingReason, Quantity, Value } from "../values/value";
import type { AssessmentInput } from "./progress";
import type { CountryInput } from "./regional-members";
import type { RegionInput } from "./regional-progress";
import type { ApprovedValue, Baseline, Target } from "./unit-path";

export const planYears = [2015, 2016, 2017, 2018] as const;

export function year(number: number): NamedPeriod {
  return { code: String(number), startsOn: `${number}-01-01`, endsOn: `${number}-12-31` };
}

export const countRules: IndicatorRules = {
  type: "number",
  direction: "increase",
  accumulation: "perPeriod",
  aggregation: "sum",
  aggregationStep: null,
  countsPersons: true,
  decimals: 0,
  stepCount: 0,
};
export const percentageRules: IndicatorRules = { ...countRules, type: "percentage", aggregation: "ratioOfSums" };
export const yesNoRules: IndicatorRules = {
  ...countRules,
  type: "yesNo",
  accumulation: "snapshot",
  aggregation: "countOfCountries",
  countsPersons: false,
};
export const milestoneRules: IndicatorRules = { ...yesNoRules, type: "milestone", aggregationStep: 3, stepCount: 5 };
export const cumulativeRules: IndicatorRules = { ...countRules, accumulation: "cumulativeToDate" };

/** `12`, `-3.5`, or `<5`. */
export function count(text: string | number): Extract<AssessableValue, { kind: "number" | "censored" }> {
  const quantity = quantityOf(text);
  return "exact" in quantity ? { kind: "number", number: quantity.exact } : { kind: "censored", below: quantity.below };
}
export function ratio(numerator: string | number, denominator: string | number): AssessableValue {
  return { kind: "ratio", numerator: quantityOf(numerator), denominator: quantityOf(denominator) };
}
function quantityOf(text: string | number): Quantity {
  const [, below] = /^<(\d+)$/.exec(String(text)) ?? [];
  return below ? { below: Number(below) } : { exact: String(text) };
}
export const yes: AssessableValue & TargetValue = { kind: "yesNo", yes: true };
export const no: AssessableValue & TargetValue = { kind: "yesNo", yes: false };
export const step = (number: number): AssessableValue & TargetValue => ({ kind: "step", step: number });
export const missing = (reason: MissingReason): Value => ({ kind: "missing", reason });

export function approved(value: Value, version = 1): ApprovedValue {
  return { value, version };
}
export function baseline(value: AssessableValue, measuredOn = "2014-12-31", version = 1): Baseline {
  return { value, measuredOn, version };
}

/** One target a year from 2015; null: none for that year. Numbers stand for counts, or for per cent. */
export function targets(...levels: (string | number | TargetValue | null)[]): Target[] {
  return levels.flatMap((level, index) => {
    if (level === null) return [];
    const value: TargetValue = typeof level === "object" ? level : { kind: "number", number: String(level) };
    return [{ endsOn: `${2015 + index}-12-31`, value, version: 1 }];
  });
}

/** An assessment in 2016 of a count that is to rise from 100 in 2014 to 180 in 2018; A is 140. */
export function unitInput(changed: Partial<AssessmentInput> = {}): AssessmentInput {
  return {
    rules: countRules,
    versions: [{ version: 1, comparable: true }],
    period: year(2016),
    firstPeriodStartsOn: "2015-01-01",
    value: approved(count(138)),
    previous: null,
    baseline: baseline(count(100)),
    targets: targets(null, null, null, 180),
    lastStatus: null,
    ...changed,
  };
}

export function country(unit: string, changed: Partial<CountryInput> = {}): CountryInput {
  return { unit, value: null, lastApproved: null, baseline: null, targets: [], ...changed };
}

export const units = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"] as const;

/** A country's count: from b in 2014 by way of A in 2016 to T in 2018, where it has reached y. */
export function counted(unit: string, b: number, y: Value | null, A: number, T: number): CountryInput {
  const path = { baseline: baseline(count(b)), targets: targets(null, A, null, T) };
  return country(unit, { value: y && approved(y), ...path });
}

/** All six countries, each with its value, from 0 by way of 10 to 20. */
export function six(value: (unit: string) => Value | null): CountryInput[] {
  return units.map((unit) => counted(unit, 0, value(unit), 10, 20));
}

export function regionInput(changed: Partial<RegionInput> = {}): RegionInput {
  return {
    rules: countRules,
    versions: [{ version: 1, comparable: true }],
    period: year(2016),
    firstPeriodStartsOn: "2015-01-01",
    countries: [],
    previous: null,
    lastStatus: null,
    ...changed,
  };
}
