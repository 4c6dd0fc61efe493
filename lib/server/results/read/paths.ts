import "server-only";
import { assess } from "@/lib/domain/progress/progress";
import { type PublicUnitAssessment, publicUnitAssessment } from "@/lib/domain/progress/public-assessment";
import { baselineState } from "@/lib/domain/progress/public-baseline";
import type { LastStatus } from "@/lib/domain/progress/status";
import { dueTarget, type Target } from "@/lib/domain/progress/unit-path";
import { baselineThreshold, type PlanFacts } from "@/lib/domain/results/plan-facts";
import { isReportedIn, pathFor, versionFor } from "@/lib/domain/results/version-for";
import { db } from "@/lib/server/db/client";
import { loadPlanFacts } from "@/lib/server/results/compute/load-plan-facts";
import type { DueTarget } from "@/lib/views/due-target";
import type { PublishedPeriod, PublishedPlan } from "./plan";

/** A place where an indicator is to be reported. */
interface Place {
  indicatorId: number;
  unitId: number;
  period: PublishedPeriod;
}

/**
 * Where units started and what they mean to reach. That is public with the framework: it doesn't depend on what was
 * reported.
 */
export interface PublishedPaths {
  /** The framework's order of indicators and units. */
  facts: PlanFacts;
  /** The version of the definition that the indicator is to be reported under; null where it isn't due from the unit. */
  dueVersion: (place: Place) => number | null;
  /** In the order of time, as set for the definition that holds in the period, else for the newest that has targets. */
  targets: (place: Place) => readonly Target[];
  /**
   * The assessment of a place for which nothing is approved: no value, but baseline, planned value and target.
   * null where the definition begins later.
   */
  unreported: (place: Place, last: LastStatus | null, isExact: boolean) => PublicUnitAssessment | null;
}

/** @param only these indicators, by code, and this unit; all where left out */
export async function publishedPaths(
  plan: PublishedPlan,
  only: { indicators?: readonly string[]; unitId?: number } = {},
): Promise<PublishedPaths> {
  const facts = await loadPlanFacts(await db(), plan.id, { id: plan.edition.id }, only, { asOf: plan.version });
  const indicators = new Map(facts.indicators.map((indicator) => [indicator.id, indicator]));
  const units = new Map(facts.units.map((unit) => [unit.id, unit]));
  const found = ({ indicatorId, period }: Place) => {
    const indicator = indicators.get(indicatorId);
    const version = indicator && versionFor(indicator, period);
    return indicator && version ? { indicator, version } : null;
  };
  return {
    facts,
    dueVersion: (place) => {
      const held = found(place);
      const isOwed = held?.indicator.level === units.get(place.unitId)?.level;
      return held && isOwed && isReportedIn(held.indicator, place.period) ? held.version.version : null;
    },
    targets: (place) => {
      const held = found(place);
      return held ? pathFor(held.indicator, held.version, place.unitId, place.period, facts).targets : [];
    },
    unreported: (place, lastStatus, isExact) => {
      const held = found(place);
      if (!held) return null;
      const { indicator, version } = held;
      const exact = assess({
        ...pathFor(indicator, version, place.unitId, place.period, facts),
        rules: version.rules,
        versions: indicator.versions,
        period: place.period,
        firstPeriodStartsOn: facts.firstPeriodStartsOn,
        value: null,
        previous: null,
        lastStatus,
      });
      const { baseline } = exact.inputs;
      const isSmall =
        baseline !== null && baselineState(version.rules, baseline.value, baselineThreshold(facts)) === "small";
      return publicUnitAssessment(exact, {
        value: false,
        previous: false,
        baseline: isSmall && !isExact,
        lastStatus,
        statusOverRange: () => null,
      });
    },
  };
}

/** What a unit means to reach by a period's end, by the indicator's code. */
export async function dueTargets(
  plan: PublishedPlan,
  unitId: number,
  period: PublishedPeriod,
): Promise<ReadonlyMap<string, DueTarget>> {
  const { facts, targets } = await publishedPaths(plan, { unitId });
  return new Map(
    facts.indicators.flatMap(({ id: indicatorId, code }) => {
      const target = dueTarget(targets({ indicatorId, unitId, period }), period.endsOn);
      if (!target) return [];
      const by = plan.periods.find(({ endsOn }) => endsOn === target.endsOn) ?? null;
      return [[code, { value: target.value, by: target.endsOn === period.endsOn ? null : by }] as const];
    }),
  );
}
