import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { areComparable } from "@/lib/domain/framework/indicator-version";
import { dayInRegion } from "@/lib/server/db/day";
import type { PublicValue } from "@/lib/views/public-value";
import type { RegionalCell, RegionalView, RegionCell } from "@/lib/views/regional-view";
import { absentStatus, isJudged, regionStatusOf, shownStatusOf } from "@/lib/views/shown-status";
import { publishedFramework } from "./framework";
import { type PublishedIndicator, publishedIndicators } from "./indicators";
import type { PublishedPeriod, PublishedPlan } from "./plan";
import type { ReadResult, ResultReader } from "./result-reader";

/**
 * The region in one period, made of results only, so that its cost doesn't depend on how many values were ever reported.
 */
export async function regionalView(
  plan: PublishedPlan,
  period: PublishedPeriod,
  reader: ResultReader,
  locale: string,
): Promise<RegionalView> {
  const previous = plan.periods.findLast(({ endsOn, hasResults }) => hasResults && endsOn < period.endsOn) ?? null;
  const [framework, indicators, results] = [
    await publishedFramework(plan.edition.id, locale),
    await publishedIndicators(plan.edition.id, period.startsOn, locale),
    await totals(plan.id, reader, [period, previous]),
  ];
  const overCountries = await countriesGiven(plan, period, reader);
  const at = (unitId: number, indicatorId: number, when: PublishedPeriod | null) =>
    when ? results.get(keyOf(when.id, unitId, indicatorId)) : undefined;

  const reportedIn = (when: PublishedPeriod | null) =>
    plan.countries.filter(({ id }) => indicators.some((each) => at(id, each.id, when)));
  const [reported, reportedBefore] = [reportedIn(period), reportedIn(previous)];
  const absent = (unitId: number, approved = reported): PublicValue => {
    const isSilent = plan.countries.some(({ id }) => id === unitId) && !approved.some(({ id }) => id === unitId);
    return { state: "missing", reason: isSilent ? "noApprovedReport" : null };
  };
  const cellOf = (indicator: PublishedIndicator, unitId: number): RegionalCell => {
    const row = at(unitId, indicator.id, period);
    const before = at(unitId, indicator.id, previous);
    const none = absent(unitId);
    return {
      status: row ? shownStatusOf(row) : absentStatus(none),
      value: row?.value ?? none,
      before: before ? shownStatusOf(before) : previous && absentStatus(absent(unitId, reportedBefore)),
      ...(row?.takenDownOn && { takenDownOn: row.takenDownOn }),
      isRedefined: row && before ? !areComparable(indicator.history, [row.version, before.version]) : false,
    };
  };
  const regionCell = (indicator: PublishedIndicator): RegionCell | null => {
    const row = plan.region && at(plan.region.id, indicator.id, period);
    if (!row || !plan.region) return null;
    const { countriesIn, countriesOf } = row;
    const cell = cellOf(indicator, plan.region.id);
    const status = regionStatusOf(cell.status, indicator.level === "region");
    const countries = countriesIn !== null && countriesOf !== null ? { in: countriesIn, of: countriesOf } : null;
    const isPartial = isJudged(row) && countries !== null && countries.in < countries.of;
    const made = overCountries.get(indicator.id);
    const carried = cell.value.state === "missing" ? [] : (made?.carried ?? []);
    const given = made?.given ?? null;
    return { ...cell, status, countries, isPartial, given, carried, countOf: made?.counts ? made.given.in : null };
  };

  const above = ({ nodeId }: PublishedIndicator, kind: string) =>
    framework.lineage(nodeId).find((node) => node.kind === kind)?.code ?? "";
  const rows = [...results.entries()].filter(([key]) => key.startsWith(`${period.id} `)).map(([, row]) => row);
  const approvals = rows.map(({ approvedAt }) => dayInRegion(approvedAt)).sort();
  return {
    plan: plan.head,
    period,
    periods: plan.periods,
    previous,
    pillars: framework.pillars,
    goals: framework.goals,
    countries: plan.countries,
    reported: reported.map(({ code }) => code),
    approvedUpTo: approvals.at(-1) ?? null,
    rows: indicators.map((indicator) => ({
      ...indicator,
      goal: above(indicator, "goal"),
      outcome: above(indicator, "outcome"),
      countries: plan.countries.map(({ id }) => (indicator.level === "region" ? null : cellOf(indicator, id))),
      region: regionCell(indicator),
    })),
  };
}

interface GivenCountries {
  /** How many countries have a value, and how many could. */
  given: NonNullable<RegionCell["given"]>;
  carried: RegionCell["carried"];
  /** The region's value counts countries. */
  counts: boolean;
}

/** Over how many countries the region's values stand, by indicator; none for what the secretariat reports. */
async function countriesGiven(
  { id: planId, region }: PublishedPlan,
  period: PublishedPeriod,
  reader: ResultReader,
): Promise<ReadonlyMap<number, GivenCountries>> {
  if (!region) return new Map();
  const rows = await reader.explained({ periodId: period.id, unitId: region.id, cell: { planId, key: totalCell } });
  return new Map(
    rows.flatMap(({ indicatorId, explanation }) => {
      const over = explanation?.region;
      if (!over) return [];
      const given = { in: over.restsOn.length, of: over.of };
      const counts = over.assessment.inputs.aggregation === "countOfCountries";
      return [[indicatorId, { given, carried: over.carried, counts }] as const];
    }),
  );
}

const keyOf = (periodId: number, unitId: number, indicatorId: number) => `${periodId} ${unitId} ${indicatorId}`;

/** Results of total cells, by period, unit and indicator. */
async function totals(
  planId: number,
  reader: ResultReader,
  periods: (PublishedPeriod | null)[],
): Promise<ReadonlyMap<string, ReadResult>> {
  const rows = await reader.results({
    periodId: { in: periods.flatMap((period) => period?.id ?? []) },
    cell: { planId, key: totalCell },
  });
  return new Map(rows.map((row) => [keyOf(row.periodId, row.unitId, row.indicatorId), row]));
}
