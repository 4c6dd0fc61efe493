import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { areComparable } from "@/lib/domain/framework/indicator-version";
import { aggregateRegion, type RegionalResult } from "@/lib/domain/progress/aggregation";
import { memberOf } from "@/lib/domain/progress/regional-members";
import type { RegionInput } from "@/lib/domain/progress/regional-progress";
import {
  type Aggregate,
  aggregateCell,
  asValue,
  type Bounds,
  type RegionalValue,
} from "@/lib/domain/progress/regional-value";
import { restOnSameCountries } from "@/lib/domain/progress/same-countries";
import type { IndicatorFacts, PeriodFacts, PlanFacts, UnitFacts, VersionFacts } from "@/lib/domain/results/plan-facts";
import type { AssessableValue } from "@/lib/domain/values/assessable-value";
import { appliesTo, type CountryValue } from "@/lib/domain/values/country-value";
import type { Quantity } from "@/lib/domain/values/value";
import { endPeriodOf } from "./after-plan-end";
import { type ApprovedCells, approvedValue, hasValues, type IndicatorApproved, placeOf } from "./approved-values";
import { lastStatusBefore, type Scope } from "./scope";
import { pathFor, periodBefore, versionFor } from "./version-for";

/** What the countries' values of an indicator come to in a period. */
export interface RegionWork {
  region: UnitFacts;
  period: PeriodFacts;
  version: VersionFacts;
  /** When the last of the countries' reports was approved. */
  approvedAt: Date;
  previousPeriod: PeriodFacts | undefined;
  /** After the plan's end, the period of it, if the same countries make the status of then and now, by comparable definitions. */
  endPeriod: PeriodFacts | null;
  input: RegionInput;
  result: RegionalResult;
  /** Every cell that a country has; the total too where the region has a value. */
  cells: Map<CellKey, RegionalValue>;
}

/** The region's values and exact assessments in every period that may change and for which a country's report was approved. */
export function aggregateCountries(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  approved: IndicatorApproved,
  scope: Scope,
): RegionWork[] {
  const region = plan.units.find(({ level }) => level === "region");
  const countries = plan.units.filter(({ level }) => level === "country");
  if (!region || indicator.level === "region") return [];
  const totalIn = (period: PeriodFacts, version: VersionFacts): RegionalValue | null => {
    const sources = countries.map((country) => sourceOf(plan, country, period, version, approved));
    if (sources.every(({ own }) => own === undefined)) return null;
    return aggregateCell(
      version.rules,
      sources.map((source) => countryValue(source, totalCell)),
    );
  };
  const countriesIn = (period: PeriodFacts, version: VersionFacts) => {
    const sources = countries.map((country) => sourceOf(plan, country, period, version, approved));
    const inputs = sources.map((source) => ({
      ...countryValue(source, totalCell),
      ...pathFor(indicator, source.approved?.version ?? version, source.country.id, period, plan),
    }));
    return { sources, inputs };
  };
  const endPeriodFor = (period: PeriodFacts, version: VersionFacts, { assessment }: RegionalResult) => {
    const { endOfPlan, members } = assessment.inputs;
    const end = endPeriodOf(plan, period, endOfPlan);
    const then = end && versionFor(indicator, end);
    if (!end || !then || !areComparable(indicator.versions, [then.version, version.version])) return null;
    const membersThen = countriesIn(end, then).inputs.filter(
      (input) => typeof memberOf(then.rules, end, plan.firstPeriodStartsOn, input) !== "string",
    );
    const unitsOf = (given: readonly { unit: string }[]) => ({ restsOn: given.map(({ unit }) => unit) });
    return restOnSameCountries(unitsOf(membersThen), unitsOf(members)) ? end : null;
  };
  let lastStatus = lastStatusBefore(scope, region.id, "status");
  return scope.periods.flatMap((period) => {
    const reported = countries.flatMap(({ id }) => approved.get(placeOf(id, period.id)) ?? []);
    const version = versionFor(indicator, period);
    if (reported.length === 0 || !version) return [];
    const { sources, inputs } = countriesIn(period, version);
    const previousPeriod = periodBefore(plan.periods, period);
    const previousVersion = previousPeriod && versionFor(indicator, previousPeriod);
    const input: RegionInput = {
      rules: version.rules,
      versions: indicator.versions,
      period,
      firstPeriodStartsOn: plan.firstPeriodStartsOn,
      countries: inputs,
      previous: previousPeriod && previousVersion ? totalIn(previousPeriod, previousVersion) : null,
      lastStatus,
    };
    const result = aggregateRegion(input);
    const { status } = result.assessment;
    if (status !== "notAssessed") lastStatus = { status, periodEndsOn: period.endsOn };
    const approvedAt = new Date(Math.max(...reported.map((each) => each.approvedAt.getTime())));
    const cells = cellsOf(version, sources);
    const endPeriod = endPeriodFor(period, version, result);
    return [{ region, period, version, approvedAt, previousPeriod, endPeriod, input, result, cells }];
  });
}

/** A country in a period, and the period of which its values stand for it. */
interface CountrySource {
  country: UnitFacts;
  own: ApprovedCells | undefined;
  /** The period itself; an earlier one where a total counted from the plan's start is carried forward. */
  from: PeriodFacts;
  approved: ApprovedCells | undefined;
}

/**
 * A country's values of one period stand together: without any of its own, all those of the last period carry forward,
 * total and parts alike, and never a part beside the total of another year.
 */
export function sourceOf(
  plan: Pick<PlanFacts, "periods">,
  country: UnitFacts,
  period: PeriodFacts,
  version: VersionFacts,
  approved: IndicatorApproved,
): CountrySource {
  const at = ({ id }: PeriodFacts) => approved.get(placeOf(country.id, id));
  const own = at(period);
  const isUsed = (each: ApprovedCells | undefined) => each !== undefined && hasValues(each);
  if (isUsed(own) || version.rules.accumulation !== "cumulativeToDate") {
    return { country, own, from: period, approved: own };
  }
  const last = plan.periods.findLast((each) => each.endsOn < period.endsOn && isUsed(at(each)));
  return last ? { country, own, from: last, approved: at(last) } : { country, own, from: period, approved: own };
}

function countryValue({ country, own, from, approved }: CountrySource, cell: CellKey): CountryValue {
  const total = approvedValue(own, totalCell);
  const unit = country.code;
  const value = approvedValue(own, cell);
  // What doesn't apply as a whole applies in no part either.
  if (total && !appliesTo({ unit, value: total, lastApproved: null }))
    return { unit, value: total, lastApproved: null };
  const carried = approved === own ? null : approvedValue(approved, cell);
  return { unit, value, lastApproved: carried && { ...carried, period: from } };
}

function cellsOf({ rules }: VersionFacts, sources: readonly CountrySource[]): Map<CellKey, RegionalValue> {
  const keys = new Set(sources.flatMap(({ approved }) => [...(approved?.cells.keys() ?? [])]));
  const values = new Map<CellKey, RegionalValue>();
  for (const key of keys) {
    const value = aggregateCell(
      rules,
      sources.map((source) => countryValue(source, key)),
    );
    if (value) values.set(key, value);
  }
  return values;
}

/** The aggregate as a stored value: what lies between two bounds is at least known to be below one. */
export function storedValue(aggregate: Aggregate): AssessableValue {
  const value = asValue(aggregate);
  if (value) return value;
  if (aggregate.kind === "ratioOfSums") {
    const { numerator, denominator } = aggregate;
    return { kind: "ratio", numerator: quantityWithin(numerator), denominator: quantityWithin(denominator) };
  }
  if (aggregate.kind === "sum") return { kind: "censored", below: belowOf(aggregate.total) };
  throw new RangeError("a count of countries is always exact");
}

const belowOf = ({ high }: Bounds): number => Math.floor(Number(high)) + 1;
const quantityWithin = (bounds: Bounds): Quantity =>
  bounds.low === bounds.high ? { exact: bounds.low } : { below: belowOf(bounds) };
