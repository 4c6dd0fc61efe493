import type { IndicatorRules, IndicatorType } from "../framework/indicator";
import { dayBefore, type IsoDate, monthNumber, type PeriodSpan } from "../framework/reporting-period";
import {
  type AssessableValue,
  endsOf,
  hasNoCases,
  type TargetValue,
  targetFits,
  targetOf,
  valueFits,
} from "../values/assessable-value";
import type { Rational } from "../values/rational";
import type { Value } from "../values/value";
import { type PathPoint, plannedStep, plannedValue } from "./planned-path";
import type { PathValues } from "./progress-steps";

/** An approved value and the version of the indicator that it was made under. */
export interface ApprovedValue {
  value: Value;
  version: number;
}

export interface Baseline {
  value: AssessableValue;
  measuredOn: IsoDate;
  /** null: nobody stated it, it is the 0 from which a total since the plan's start is counted. */
  version: number | null;
}

export interface Target {
  /** The end of the period by which it is to be reached. */
  endsOn: IsoDate;
  value: TargetValue;
  version: number;
}

/** Where a unit started and what it means to reach, in any order. */
export interface UnitPath {
  baseline: Baseline | null;
  targets: readonly Target[];
}

/**
 * The baseline that progress is measured from. `0 of 0` counts as none; a number counted from the plan's start
 * begins at 0 on the day before the first period unless something else was stated.
 */
export function countedBaseline(
  { type, accumulation }: Pick<IndicatorRules, "type" | "accumulation">,
  stated: Baseline | null,
  firstPeriodStartsOn: IsoDate,
): Baseline | null {
  if (stated !== null) return hasNoCases(stated.value) ? null : stated;
  if (type !== "number" || accumulation !== "cumulativeToDate") return null;
  return { value: { kind: "number", number: "0" }, measuredOn: dayBefore(firstPeriodStartsOn), version: null };
}

/** Targets in the order of time. */
export function inTime(targets: readonly Target[]): Target[] {
  return [...targets].sort((one, other) => monthNumber(one.endsOn) - monthNumber(other.endsOn));
}

/** The last target: the one for the end of the plan. */
export function endOfPlanTarget(targets: readonly Target[]): Target | undefined {
  return inTime(targets).at(-1);
}

/** The target that a period's end is held to: its own, else the next one; after the last the last. */
export function dueTarget(targets: readonly Target[], periodEndsOn: IsoDate): Target | undefined {
  const ordered = inTime(targets);
  return ordered.find(({ endsOn }) => monthNumber(endsOn) >= monthNumber(periodEndsOn)) ?? ordered.at(-1);
}

/**
 * The targets that a period is held to. What was adopted for the time after the plan's end tells nothing of the periods
 * before it: the plan's own targets, and whether they were missed, stay as they are. From then on all of them make the path.
 * @param planEndsOn the plan's end as it was adopted, whatever periods follow
 */
export function heldTargets(targets: readonly Target[], period: PeriodSpan, planEndsOn: IsoDate): Target[] {
  const isExtension = monthNumber(period.endsOn) > monthNumber(planEndsOn);
  return targets.filter(({ endsOn }) => isExtension || monthNumber(endsOn) <= monthNumber(planEndsOn));
}

/** t >= t_T: the period's end has reached the day of the end-of-plan target. */
export function hasReachedEnd(period: PeriodSpan, targets: readonly Target[]): boolean {
  const last = endOfPlanTarget(targets);
  return last !== undefined && monthNumber(period.endsOn) >= monthNumber(last.endsOn);
}

/** b, A and T on the indicator's scale. A is null where nothing is planned for that day. */
export type PathLetters = Omit<PathValues, "y">;

/**
 * b, A and T at a period's end, once for each end of what the baseline may stand for.
 * Empty without a target, and with a baseline that isn't measurable.
 */
export function pathAtEnds(type: IndicatorType, { baseline, targets }: UnitPath, periodEndsOn: IsoDate): PathLetters[] {
  const last = endOfPlanTarget(targets);
  if (last === undefined) return [];
  const T = targetOf(type, last.value);
  if (baseline === null) return [{ b: null, A: plannedQuantity(type, targets, null, periodEndsOn), T }];
  const month = monthNumber(baseline.measuredOn);
  return endsOf(baseline.value).map((b) => ({
    b,
    A: plannedQuantity(type, targets, { month, value: b }, periodEndsOn),
    T,
  }));
}

/** Yes/no has no way between no and yes: only the answer planned for that very period is known, after the last that one. */
function plannedQuantity(
  type: IndicatorType,
  given: readonly Target[],
  baseline: PathPoint | null,
  periodEndsOn: IsoDate,
): Rational | null {
  const targets = targetPoints(type, given);
  const month = monthNumber(periodEndsOn);
  if (type === "milestone") return plannedStep({ baseline, targets }, month);
  return plannedValue({ baseline: type === "yesNo" ? null : baseline, targets }, month);
}

/** Targets as places on the planned path, in their given order. */
export function targetPoints(type: IndicatorType, targets: readonly Target[]): PathPoint[] {
  return targets.map(({ endsOn, value }) => ({ month: monthNumber(endsOn), value: targetOf(type, value) }));
}

/** Every version that the values were made under. */
export function versionsUsed(value: { version: number } | null, { baseline, targets }: UnitPath): number[] {
  const versions = [value?.version, baseline?.version, ...targets.map(({ version }) => version)];
  return versions.filter((version) => version !== undefined && version !== null);
}

/** Whether baseline and targets are all of the kinds that the type takes; a definition may change its type. */
export function pathFits(type: IndicatorType, { baseline, targets }: UnitPath): boolean {
  return (
    (baseline === null || valueFits(type, baseline.value)) && targets.every(({ value }) => targetFits(type, value))
  );
}
