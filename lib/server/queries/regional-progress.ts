import "server-only";
import { cache } from "react";
import type { RegionalCell, RegionalView, RegionCell } from "@/lib/charts/regional-view";
import { type ShownStatus, shownStatusOf } from "@/lib/charts/shown-status";
import { totalCell } from "@/lib/domain/disaggregation";
import { areComparable } from "@/lib/domain/indicator-version";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { publishedFramework } from "@/lib/server/published/framework";
import { type PublishedIndicator, publishedIndicators } from "@/lib/server/published/indicators";
import { type PublishedPeriod, type PublishedPlan, publishedPeriod, publishedPlan } from "@/lib/server/published/plan";
import { type PublicResult, publicResult, publicResultSelect } from "@/lib/server/results/public-result";

/**
 * The region in one period, or in the latest with results.
 * @returns null for a plan or period without results. It reads results only, so its cost doesn't depend on how many
 * values were ever reported.
 */
export const regionalProgress = cache(
  async (planCode: string, periodCode: string | null, locale: string): Promise<RegionalView | null> => {
    const plan = await publishedPlan(planCode, locale);
    const period = plan && publishedPeriod(plan, periodCode);
    if (!plan || !period) return null;
    const previous = plan.periods.findLast(({ endsOn, hasResults }) => hasResults && endsOn < period.endsOn) ?? null;
    const [framework, indicators, results] = [
      await publishedFramework(plan.id, locale),
      await publishedIndicators(plan.id, period.startsOn, locale),
      await totals(plan, [period, previous]),
    ];
    const at = (unitId: number, indicatorId: number, when: PublishedPeriod | null) =>
      when ? results.get(keyOf(when.id, unitId, indicatorId)) : undefined;

    const cellOf = (indicator: PublishedIndicator, unitId: number): RegionalCell => {
      const row = at(unitId, indicator.id, period);
      const before = at(unitId, indicator.id, previous);
      return {
        status: row ? shownStatusOf(row) : "noValue",
        figure: row?.figure ?? { mark: "missing", reason: null },
        before: before ? shownStatusOf(before) : null,
        isRedefined: row && before ? !areComparable(indicator.history, [row.version, before.version]) : false,
      };
    };
    const regionCell = (indicator: PublishedIndicator): RegionCell | null => {
      const row = plan.region && at(plan.region.id, indicator.id, period);
      if (!row || !plan.region) return null;
      const { countriesIn, countriesOf } = row;
      // Without countries that could report, a region without a figure isn't a gap in anyone's report.
      const isOwn = indicator.level === "region";
      const cell = cellOf(indicator, plan.region.id);
      const status: ShownStatus = cell.status === "noValue" && !isOwn ? "notAssessed" : cell.status;
      const countries = countriesIn !== null && countriesOf !== null ? { in: countriesIn, of: countriesOf } : null;
      // What isn't judged at all, such as a figure for context, misses no country.
      const isJudged = row.status !== "notAssessed" || ["tooFewCountries", "hidden"].includes(row.statusReason ?? "");
      const isPartial = isJudged && countries !== null && countries.in < countries.of;
      return { ...cell, status, countries, isPartial, countsCountries: indicator.countsCountries };
    };

    const above = ({ nodeId }: PublishedIndicator, kind: string) =>
      framework.lineage(nodeId).find((node) => node.kind === kind)?.code ?? "";
    const rows = [...results.entries()].filter(([key]) => key.startsWith(`${period.id} `)).map(([, row]) => row);
    const approvals = rows.map(({ approvedAt }) => dayOf(approvedAt)).sort();
    const reported = plan.countries.filter(({ id }) => indicators.some((each) => at(id, each.id, period)));
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
  },
);

const keyOf = (periodId: number, unitId: number, indicatorId: number) => `${periodId} ${unitId} ${indicatorId}`;

/** A result and the version of the definition that it was made under. */
type VersionedResult = PublicResult & { version: number };

/** Results of total cells, by period, unit and indicator. */
async function totals(plan: PublishedPlan, periods: (PublishedPeriod | null)[]): Promise<Map<string, VersionedResult>> {
  const client = await db();
  const rows = await client.result.findMany({
    where: {
      planId: plan.id,
      periodId: { in: periods.flatMap((period) => period?.id ?? []) },
      cell: { planId: plan.id, key: totalCell },
    },
    select: {
      ...publicResultSelect,
      ...{ periodId: true, unitId: true },
      indicatorVersion: { select: { indicatorId: true, version: true } },
    },
  });
  return new Map(
    rows.map(({ periodId, unitId, indicatorVersion, ...row }) => [
      keyOf(periodId, unitId, indicatorVersion.indicatorId),
      { ...publicResult(row, plan.head.threshold), version: indicatorVersion.version },
    ]),
  );
}
