import { holdingVersion } from "@/lib/domain/framework/indicator-version";
import type { PeriodSpan } from "@/lib/domain/framework/reporting-period";
import { heldTargets, type UnitPath } from "@/lib/domain/progress/unit-path";
import type { IndicatorFacts, PeriodFacts, PlanFacts, VersionFacts } from "@/lib/domain/results/plan-facts";

/** The version that holds for a period; undefined where the indicator begins later. */
export function versionFor({ versions }: IndicatorFacts, { startsOn }: PeriodSpan): VersionFacts | undefined {
  return holdingVersion(versions, startsOn);
}

/** Whether the indicator is reported in the period: a version holds then, and it is reported as often. */
export function isReportedIn(indicator: IndicatorFacts, period: PeriodFacts): boolean {
  return versionFor(indicator, period)?.frequency === period.frequency;
}

/** Where a unit started, by this very version, else by the newest that says. */
export function baselineFor({ versions }: Pick<IndicatorFacts, "versions">, version: VersionFacts, unitId: number) {
  return statingBaseline({ versions }, version, unitId)?.baselines.get(unitId) ?? null;
}

/** The version that says where a unit started. */
export const statingBaseline = (
  { versions }: Pick<IndicatorFacts, "versions">,
  version: VersionFacts,
  unitId: number,
): VersionFacts | undefined => [version, ...versions.toReversed()].find(({ baselines }) => baselines.has(unitId));

/**
 * Where a unit started and what it means to reach, as a period is held to it: what was set for this very version, else for
 * the newest that has any.
 */
export function pathFor(
  { versions }: Pick<IndicatorFacts, "versions">,
  version: VersionFacts,
  unitId: number,
  period: PeriodSpan,
  { endsOn }: Pick<PlanFacts, "endsOn">,
): UnitPath {
  const inOrder = [version, ...versions.toReversed()];
  const held = inOrder.map(({ targets }) => heldTargets(targets.get(unitId) ?? [], period, endsOn));
  return {
    baseline: baselineFor({ versions }, version, unitId),
    targets: held.find((targets) => targets.length > 0) ?? [],
  };
}

/** The period of the same frequency just before. */
export function periodBefore(periods: readonly PeriodFacts[], period: PeriodFacts): PeriodFacts | undefined {
  return periods.findLast(({ frequency, endsOn }) => frequency === period.frequency && endsOn < period.startsOn);
}
