import "server-only";
import { holdingVersion, type VersionComparability } from "@/lib/domain/framework/indicator-version";
import type { Frequency, UnitLevel } from "@/lib/server/db/generated/client";
import type { IndicatorView } from "@/lib/views/report-view";
import { presentEdition } from "./edition";
import type { GoalOfPlan } from "./framework-tree";
import type { PlanFramework } from "./plan-framework";

/** An indicator as it is entered in a period: under the version that holds then. */
export interface PeriodIndicator {
  id: number;
  versionId: number;
  /** The history of its versions. */
  versions: readonly VersionComparability[];
  view: IndicatorView;
}

/** Units of every level but the region's enter the countries' indicators. */
const enteredLevel = (level: UnitLevel): UnitLevel => (level === "region" ? "region" : "country");

/** The definitions of the present edition that hold for a period; the one of the highest version counts. */
export const holdsFor = (startsOn: Date) => ({
  editions: { some: { edition: presentEdition } },
  OR: [{ validFrom: null }, { validFrom: { lte: startsOn } }],
});

/**
 * The indicators that a unit of this level reports in the period, in the framework's order. An indicator is reported
 * in periods of its own frequency.
 */
export function indicatorsOfPeriod(
  framework: Pick<PlanFramework, "goals" | "indicators">,
  level: UnitLevel,
  { startsOn, frequency }: { startsOn: Date; frequency: Frequency },
): { goals: GoalOfPlan[]; indicators: PeriodIndicator[] } {
  const indicators = framework.indicators.flatMap(({ id, history, versions, ...indicator }): PeriodIndicator[] => {
    if (indicator.level !== enteredLevel(level)) return [];
    const valid = holdingVersion(versions, startsOn);
    return valid?.frequency === frequency ? [{ id, versionId: valid.id, versions: history, view: valid.view }] : [];
  });
  const used = new Set(indicators.map(({ view }) => view.goal));
  return { goals: framework.goals.filter(({ code }) => used.has(code)), indicators };
}
