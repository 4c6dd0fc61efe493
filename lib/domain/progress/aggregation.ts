import { appliesTo } from "../values/country-value";
import { memberOf, type Standing } from "./regional-members";
import { assessRegion, type RegionalAssessment, type RegionInput } from "./regional-progress";
import { aggregateCell, type RegionalValue } from "./regional-value";

export interface RegionalResult {
  /** What can be shown even where no status is possible; null: no country has a value, or it isn't computable. */
  value: RegionalValue | null;
  /** Each country's part in the status, in their given order. */
  standings: { unit: string; standing: Standing }[];
  /** "5 of 6 countries": those that have all four of y, b, A and T, of those for which the indicator applies. */
  in: number;
  of: number;
  assessment: RegionalAssessment;
}

/**
 * The region's value of one indicator in one period, over the countries that have a value, and its progress, over those
 * that have all they need.
 */
export function aggregateRegion(input: RegionInput): RegionalResult {
  const { rules, period, firstPeriodStartsOn, countries } = input;
  const value = aggregateCell(rules, countries);
  const parts = countries.map((country) => ({
    unit: country.unit,
    part: memberOf(rules, period, firstPeriodStartsOn, country),
  }));
  const members = parts.flatMap(({ part }) => (typeof part === "string" ? [] : [part]));
  const of = countries.filter(appliesTo).length;
  return {
    value,
    standings: parts.map(({ unit, part }) => ({ unit, standing: typeof part === "string" ? part : "in" })),
    in: members.length,
    of,
    assessment: assessRegion(input, { value, members, of }),
  };
}
