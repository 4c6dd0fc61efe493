import type { Rational } from "../values/rational";

/** A planned level at the end of a month (see `monthNumber`). */
export interface PathPoint {
  month: number;
  value: Rational;
}

/** The way from the baseline through every period target to the end-of-plan target. */
export interface PlannedPath {
  baseline: PathPoint | null;
  targets: readonly PathPoint[];
}

/**
 * The planned value A at a month: piecewise linear through the baseline and every later target, level after the last one.
 * Without a baseline only a target of that very month is known, and after the last one that one; before the baseline
 * nothing is: null.
 */
export function plannedValue({ baseline, targets }: PlannedPath, month: number): Rational | null {
  if (baseline === null) {
    const last = targets.toSorted((a, b) => a.month - b.month).at(-1);
    const known = last && last.month < month ? last : targets.find((target) => target.month === month);
    return known?.value ?? null;
  }
  const later = targets.filter((target) => target.month > baseline.month).sort((a, b) => a.month - b.month);
  const points = [baseline, ...later];
  const next = points.find((point) => point.month >= month);
  const previous = points.findLast((point) => point.month <= month);
  if (previous === undefined) return null;
  if (next === undefined || next.month === previous.month) return previous.value;
  const rise = next.value.sub(previous.value);
  return previous.value.add(rise.mul(month - previous.month).div(next.month - previous.month));
}

/** The planned step of a milestone: A rounded toward the baseline's step, for a step counts only once it is reached. */
export function plannedStep(path: PlannedPath, month: number): Rational | null {
  const planned = plannedValue(path, month);
  if (planned === null || path.baseline === null) return planned;
  return planned.gt(path.baseline.value) ? planned.floor() : planned.ceil();
}

/**
 * What a yes/no is planned to be: the last target so far, before any the baseline. A country that is to answer yes in two
 * years isn't behind today.
 */
export function plannedAnswer({ baseline, targets }: PlannedPath, month: number): Rational | null {
  const since = baseline?.month ?? Number.NEGATIVE_INFINITY;
  const past = targets.filter((target) => target.month > since && target.month <= month);
  const last = past.sort((a, b) => a.month - b.month).at(-1);
  return (last ?? baseline)?.value ?? null;
}
