import { totalCell } from "@/lib/domain/framework/disaggregation";
import { type AssessmentInput, assess, type UnitAssessment } from "@/lib/domain/progress/progress";
import type { IndicatorFacts, PeriodFacts, PlanFacts, UnitFacts } from "@/lib/domain/results/plan-facts";
import { type ApprovedCells, approvedValue, type IndicatorApproved, placeOf } from "./approved-values";
import { lastStatusBefore, type Scope } from "./scope";
import { pathFor, periodBefore } from "./version-for";

/** What a unit reported of an indicator in a period, with its exact assessment. */
export interface UnitWork {
  unit: UnitFacts;
  period: PeriodFacts;
  approved: ApprovedCells;
  previousPeriod: PeriodFacts | undefined;
  input: AssessmentInput;
  assessment: UnitAssessment;
}

/** Assesses a unit in every period that may change and that it has approved, in the order of time: each names the last status. */
export function assessUnit(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  unit: UnitFacts,
  approved: IndicatorApproved,
  scope: Scope,
): UnitWork[] {
  let lastStatus = lastStatusBefore(scope, unit.id, "status");
  return scope.periods.flatMap((period) => {
    const own = approved.get(placeOf(unit.id, period.id));
    if (!own) return [];
    const previousPeriod = periodBefore(plan.periods, period);
    const input: AssessmentInput = {
      ...pathFor(indicator, own.version, unit.id),
      rules: own.version.rules,
      versions: indicator.versions,
      period,
      firstPeriodStartsOn: plan.firstPeriodStartsOn,
      value: approvedValue(own, totalCell),
      previous: previousPeriod ? approvedValue(approved.get(placeOf(unit.id, previousPeriod.id)), totalCell) : null,
      lastStatus,
    };
    const assessment = assess(input);
    if (assessment.status !== "notAssessed") lastStatus = { status: assessment.status, periodEndsOn: period.endsOn };
    return [{ unit, period, approved: own, previousPeriod, input, assessment }];
  });
}
