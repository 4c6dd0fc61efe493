import { totalCell } from "@/lib/domain/framework/disaggregation";
import { areComparable } from "@/lib/domain/framework/indicator-version";
import { type AssessmentInput, assess, type UnitAssessment } from "@/lib/domain/progress/progress";
import type { IndicatorFacts, PeriodFacts, PlanFacts, UnitFacts } from "@/lib/domain/results/plan-facts";
import { endPeriodOf } from "./after-plan-end";
import { type ApprovedCells, approvedValue, type IndicatorApproved, placeOf } from "./approved-values";
import { lastStatusBefore, type Scope } from "./scope";
import { pathFor, periodBefore } from "./version-for";

/** What a unit reported of an indicator in a period, with its exact assessment. */
export interface UnitWork {
  unit: UnitFacts;
  period: PeriodFacts;
  approved: ApprovedCells;
  previousPeriod: PeriodFacts | undefined;
  /** After the plan's end, the period of it, if the definitions of then and now may be compared. */
  endPeriod: PeriodFacts | null;
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
      ...pathFor(indicator, own.version, unit.id, period, plan),
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
    const end = endPeriodOf(plan, period, assessment.inputs.endOfPlan);
    const atEnd = end && approved.get(placeOf(unit.id, end.id));
    const isComparable = atEnd && areComparable(indicator.versions, [atEnd.version.version, own.version.version]);
    const endPeriod = isComparable ? end : null;
    return [{ unit, period, approved: own, previousPeriod, endPeriod, input, assessment }];
  });
}
