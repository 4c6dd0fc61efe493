import "server-only";
import type { IndicatorRules } from "@/lib/domain/framework/indicator";
import type { VersionComparability } from "@/lib/domain/framework/indicator-version";
import { byTime, type Frequency, type IsoDate } from "@/lib/domain/framework/reporting-period";
import type { Baseline, Target } from "@/lib/domain/progress/unit-path";
import type { NamedPeriod } from "@/lib/domain/values/country-value";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { UnitLevel } from "@/lib/server/db/generated/client";
import { baselineOfRow, baselineSelect, targetOfRow, targetSelect } from "@/lib/server/db/plan-row";

export interface UnitFacts {
  id: number;
  code: string;
  level: UnitLevel;
}

export interface PeriodFacts extends NamedPeriod {
  id: number;
  frequency: Frequency;
}

/** A version of an indicator with what was set under it, by unit id. */
export interface VersionFacts extends VersionComparability {
  id: number;
  /** The first day that it holds for; null: from the plan's start. */
  validFrom: IsoDate | null;
  frequency: Frequency;
  rules: IndicatorRules;
  baselines: Map<number, Baseline>;
  targets: Map<number, Target[]>;
}

export interface IndicatorFacts {
  id: number;
  code: string;
  level: UnitLevel;
  /** From the first to the latest. */
  versions: VersionFacts[];
}

/** The part of the framework that results are worked out from. */
export interface PlanFacts {
  id: number;
  threshold: number;
  /** In the plan's order. */
  units: UnitFacts[];
  /** In the order of time. */
  periods: PeriodFacts[];
  firstPeriodStartsOn: IsoDate;
  indicators: IndicatorFacts[];
}

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
      smallCountThreshold: true,
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
    units: plan.units,
    periods,
    firstPeriodStartsOn: periods[0]?.startsOn ?? "",
    indicators: facts,
  };
}

export const isCumulative = ({ versions }: IndicatorFacts): boolean =>
  versions.some(({ rules }) => rules.accumulation === "cumulativeToDate");
export const countsPersons = ({ versions }: IndicatorFacts): boolean =>
  versions.some(({ rules }) => rules.countsPersons);
