import { holdingVersion } from "@/lib/domain/framework/indicator-version";
import type { PeriodSpan } from "@/lib/domain/framework/reporting-period";
import type { UnitPath } from "@/lib/domain/progress/unit-path";
import type { IndicatorFacts, PeriodFacts, VersionFacts } from "@/lib/domain/results/plan-facts";

/** The version that holds for a period; undefined where the indicator begins later. */
export function versionFor({ versions }: IndicatorFacts, { startsOn }: PeriodSpan): VersionFacts | undefined {
  return holdingVersion(versions, startsOn);
}

/** Whether the indicator is reported in the period: a version holds then, and it is reported as often. */
export function isReportedIn(indicator: IndicatorFacts, period: PeriodFacts): boolean {
  return versionFor(indicator, period)?.frequency === period.frequency;
}

/** Where a unit started and what it means to reach: what was set for this very version, else for the newest that has any. */
export function pathFor({ versions }: IndicatorFacts, version: VersionFacts, unitId: number): UnitPath {
  const inOrder = [version, ...versions.toReversed()];
  return {
    baseline: inOrder.find(({ baselines }) => baselines.has(unitId))?.baselines.get(unitId) ?? null,
    targets: inOrder.find(({ targets }) => targets.has(unitId))?.targets.get(unitId) ?? [],
  };
}

/** The period of the same frequency just before. */
export function periodBefore(periods: readonly PeriodFacts[], period: PeriodFacts): PeriodFacts | undefined {
  return periods.findLast(({ frequency, endsOn }) => frequency === period.frequency && endsOn < period.startsOn);
}
