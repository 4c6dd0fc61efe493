import "server-only";
import { byTime } from "@/lib/domain/framework/reporting-period";
import type { IndicatorFacts, PlanFacts, VersionFacts } from "@/lib/domain/results/plan-facts";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { baselineOfRow, baselineSelect, targetOfRow, targetSelect } from "@/lib/server/db/plan-row";

/** @param only of these indicators by code, and what was set for this unit; all where left out */
export async function loadPlanFacts(
  client: Pick<Transaction, "plan" | "indicator" | "baseline" | "target">,
  planId: number,
  only: { indicators?: readonly string[]; unitId?: number } = {},
): Promise<PlanFacts> {
  const ofIndicators = { planId, ...(only.indicators && { code: { in: [...only.indicators] } }) };
  const plan = await client.plan.findUniqueOrThrow({
    where: { id: planId },
    select: {
      ...{ smallCountThreshold: true, endsOn: true },
      units: { orderBy: { position: "asc" }, select: { id: true, code: true, level: true } },
      periods: { select: { id: true, code: true, startsOn: true, endsOn: true, frequency: true } },
    },
  });
  const periods = plan.periods
    .map((period) => ({ ...period, startsOn: dayOf(period.startsOn), endsOn: dayOf(period.endsOn) }))
    .sort(byTime);
  const endOf = new Map(periods.map(({ id, endsOn }) => [id, endsOn]));
  const indicators = await client.indicator.findMany({
    where: ofIndicators,
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      level: true,
      versions: {
        orderBy: { version: "asc" },
        select: {
          ...{ id: true, version: true, comparable: true, validFrom: true, frequency: true, type: true },
          ...{ direction: true, accumulation: true, aggregation: true, aggregationStep: true },
          ...{ countsPersons: true, decimals: true, _count: { select: { steps: true } } },
        },
      },
    },
  });
  const setBy = {
    indicatorVersion: { indicator: ofIndicators },
    ...(only.unitId !== undefined && { unitId: only.unitId }),
  };
  // The highest version is read last and takes the place of those before it.
  const baselines = await client.baseline.findMany({
    where: setBy,
    orderBy: { version: "asc" },
    select: { ...baselineSelect, indicatorVersionId: true, unitId: true, measuredOn: true },
  });
  const targets = await client.target.findMany({
    where: setBy,
    orderBy: { version: "asc" },
    select: { ...targetSelect, indicatorVersionId: true, unitId: true, periodId: true },
  });
  const versions = new Map<number, VersionFacts>();
  const facts = indicators.map((indicator): IndicatorFacts => {
    const known = indicator.versions.map((row): VersionFacts => {
      const { id, version, comparable, validFrom, frequency, _count, ...rules } = row;
      return {
        ...{ id, version, comparable, frequency },
        validFrom: validFrom && dayOf(validFrom),
        rules: { ...rules, stepCount: _count.steps },
        baselines: new Map(),
        targets: new Map(),
      };
    });
    for (const version of known) versions.set(version.id, version);
    return { ...indicator, versions: known };
  });
  for (const { indicatorVersionId, unitId, measuredOn, ...row } of baselines) {
    const of = versions.get(indicatorVersionId)!;
    of.baselines.set(unitId, { value: baselineOfRow(row), measuredOn: dayOf(measuredOn), version: of.version });
  }
  for (const { indicatorVersionId, unitId, periodId, ...row } of targets) {
    const of = versions.get(indicatorVersionId)!;
    const endsOn = endOf.get(periodId)!;
    const others = (of.targets.get(unitId) ?? []).filter((target) => target.endsOn !== endsOn);
    of.targets.set(unitId, [...others, { endsOn, value: targetOfRow(row), version: of.version }]);
  }
  return {
    id: planId,
    threshold: plan.smallCountThreshold,
    endsOn: dayOf(plan.endsOn),
    units: plan.units,
    periods,
    firstPeriodStartsOn: periods[0]?.startsOn ?? "",
    indicators: facts,
  };
}
