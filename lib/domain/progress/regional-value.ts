import type { IndicatorRules } from "@/lib/domain/framework/indicator";
import { type AssessableValue, quantityRange, type Range, rangeOf } from "@/lib/domain/values/assessable-value";
import { appliesTo, type Contribution, type CountryValue, contributionOf } from "@/lib/domain/values/country-value";
import { formatDecimal, one, type Rational, rational, sum, zero } from "@/lib/domain/values/rational";
import type { Decimal, Quantity } from "@/lib/domain/values/value";

/** From the least to the most that it can be; equal where every part is exact. */
export interface Bounds {
  low: Decimal;
  high: Decimal;
}

/** What the countries' values come to. Countries are only counted where counting makes sense, never averaged. */
export type Aggregate =
  | { kind: "sum"; total: Bounds }
  | { kind: "ratioOfSums"; numerator: Bounds; denominator: Bounds }
  /** How many of the countries that it rests on meet it. */
  | { kind: "countOfCountries"; meeting: number };

/** The region's value for one cell: over the countries that have a value, whether or not a status is possible. */
export interface RegionalValue {
  aggregate: Aggregate;
  /** Codes of the countries with a value, in their given order; the others are missing, which is neither 0 nor "no". */
  restsOn: string[];
  /** How many countries the indicator applies to in the period. */
  of: number;
  /** Which of them stand with an earlier period's value, and that period's code. */
  carried: { unit: string; from: string }[];
  /** The versions of the indicator that the values were made under. */
  versions: number[];
}

/** A milestone without its step, and what is "not computable", give no value for the region. */
export function isComputable({
  type,
  aggregation,
  aggregationStep,
}: Pick<IndicatorRules, "type" | "aggregation" | "aggregationStep">): boolean {
  return aggregation !== "notComputable" && !(type === "milestone" && aggregationStep === null);
}

/** The region's value for a cell, total or part; null when no country has a value, or it isn't computable. */
export function aggregateCell(rules: IndicatorRules, countries: readonly CountryValue[]): RegionalValue | null {
  if (!isComputable(rules)) return null;
  const given = countries.flatMap((country) => contributionOf(rules, country) ?? []);
  if (given.length === 0) return null;
  return {
    aggregate: aggregateOf(rules, given),
    restsOn: given.map(({ unit }) => unit),
    of: countries.filter(appliesTo).length,
    carried: given.flatMap(({ unit, carriedFrom }) => (carriedFrom ? [{ unit, from: carriedFrom.code }] : [])),
    versions: [...new Set(given.map(({ version }) => version))].sort((a, b) => a - b),
  };
}

function aggregateOf(rules: IndicatorRules, given: readonly Contribution[]): Aggregate {
  const values = given.map(({ value }) => value);
  if (rules.aggregation === "countOfCountries") {
    return { kind: "countOfCountries", meeting: values.filter((value) => meets(rules, rangeOf(value).low)).length };
  }
  if (rules.aggregation === "sum") return { kind: "sum", total: totalOf(values.map(rangeOf)) };
  const ratios = values.filter((value) => value.kind === "ratio");
  // Ratios add up by numerator and denominator; a mean of percentages would weigh Lao PDR and China alike.
  return {
    kind: "ratioOfSums",
    numerator: totalOf(ratios.map(({ numerator }) => quantityRange(numerator))),
    denominator: totalOf(ratios.map(({ denominator }) => quantityRange(denominator))),
  };
}

/** Whether a country counts: its answer is yes (1), or its step is the indicator's step n or a higher one. */
export function meets({ aggregationStep }: Pick<IndicatorRules, "aggregationStep">, quantity: Rational): boolean {
  return quantity.gte(aggregationStep ?? 1);
}

function totalOf(ranges: readonly Range[]): Bounds {
  return {
    low: formatDecimal(sum(ranges.map(({ low }) => low))),
    high: formatDecimal(sum(ranges.map(({ high }) => high))),
  };
}

/** The aggregate as a value of its own; null where it lies between two bounds above 0, which no value can state. */
export function asValue(aggregate: Aggregate): AssessableValue | null {
  if (aggregate.kind === "countOfCountries") return { kind: "number", number: String(aggregate.meeting) };
  if (aggregate.kind === "sum") {
    const total = asQuantity(aggregate.total);
    if (total === null) return null;
    return "exact" in total ? { kind: "number", number: total.exact } : { kind: "censored", below: total.below };
  }
  const numerator = asQuantity(aggregate.numerator);
  const denominator = asQuantity(aggregate.denominator);
  return numerator && denominator && { kind: "ratio", numerator, denominator };
}

function asQuantity({ low, high }: Bounds): Quantity | null {
  if (low === high) return { exact: low };
  return low === "0" ? { below: Number(high) + 1 } : null;
}

/** The aggregate as a quantity on the region's scale; null for a percentage without an exact denominator above 0. */
export function rangeOfAggregate(aggregate: Aggregate): Range | null {
  if (aggregate.kind === "countOfCountries")
    return { low: rational(aggregate.meeting), high: rational(aggregate.meeting) };
  if (aggregate.kind === "sum") return rangeBetween(aggregate.total, one);
  const { numerator, denominator } = aggregate;
  const divisor = rational(denominator.low);
  return denominator.low === denominator.high && divisor.gt(zero) ? rangeBetween(numerator, divisor) : null;
}

function rangeBetween({ low, high }: Bounds, divisor: Rational): Range {
  return { low: rational(low).div(divisor), high: rational(high).div(divisor) };
}
