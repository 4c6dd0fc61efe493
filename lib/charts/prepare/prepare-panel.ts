import { halvesOf } from "@/lib/charts/axes/halves-of";
import { plotTarget, plotValue } from "@/lib/charts/axes/plot-value";
import { regionValueText } from "@/lib/charts/count-of-countries";
import { type Blank, inSteps, type Marker, type Panel, periodByPeriod, type Spot } from "@/lib/charts/trend-model";
import { areComparable } from "@/lib/domain/framework/indicator-version";
import { monthNumber } from "@/lib/domain/framework/reporting-period";
import { plannedStep } from "@/lib/domain/progress/planned-path";
import type { PublicBaseline } from "@/lib/domain/progress/public-assessment";
import type { Target } from "@/lib/domain/progress/unit-path";
import { rational } from "@/lib/domain/values/rational";
import type { DefinitionVersion, LinePoint } from "@/lib/views/indicator-view";
import { exactText, type Scale, targetText, type Wording } from "@/lib/views/public-value";
import type { ResultsPeriod } from "@/lib/views/results-plan";

/** How a chart names times. */
export interface TimeWords {
  year: (date: string) => string;
  period: (period: ResultsPeriod) => string;
}

export interface PanelContext {
  scale: Scale;
  wording: Wording;
  time: TimeWords;
  history: readonly DefinitionVersion[];
  /** The months in which the plan's periods end, in the order of time. */
  ends: readonly number[];
  /** The month in which the page's period ends: from its day on the last target is what is planned. */
  until: number;
  /** How many countries have a value, where a point counts countries; null for any other. */
  countOf: (point: LinePoint) => number | null;
}

/** A unit's values, its baseline, and the way it planned. */
interface PathOfPanel {
  baseline: PublicBaseline | null;
  targets: readonly Target[];
}

interface Step {
  at: number;
  marker: Marker | null;
  /** No value and nothing hidden: a dotted line may cross it. */
  isGap: boolean;
  version: number | null;
  point: LinePoint | null;
}

/**
 * A country's panel.
 * @param breaks whether a line may not be drawn from one point to the next, beside what definitions forbid
 */
export function preparePanel(
  unit: { code: string; name: string; status: Panel["status"]; points: readonly LinePoint[] },
  path: PathOfPanel,
  context: PanelContext,
  breaks: (from: LinePoint, to: LinePoint) => boolean = () => false,
): Panel {
  const baseline = baselineStep(path, context);
  const steps = [...(baseline ? [baseline] : []), ...unit.points.map((point) => stepOf(point, context))];
  const { runs, gaps } = linesThrough(steps, context.history, breaks);
  return {
    code: unit.code,
    name: unit.name,
    status: unit.status,
    markers: steps.flatMap(({ marker }) => marker ?? []),
    blanks: unit.points.flatMap((point) => blankOf(point, steps, context)),
    runs,
    gaps,
    absent: absentIn(gaps, steps, context),
    ...plannedOf(path, context),
  };
}

function absentIn(gaps: Panel["gaps"], steps: readonly Step[], context: PanelContext): string[] {
  // A baseline may be of the very moment for which no value is reported.
  const within = ({ at, isGap }: Step) => isGap && gaps.some(([from, to]) => from.at <= at && at < to.at);
  return [...new Set(steps.filter(within).flatMap(({ point }) => (point ? textOf(point, context) : [])))];
}

function baselineStep({ baseline }: PathOfPanel, { scale, wording, time }: PanelContext): Step | null {
  const y = baseline?.value ? plotValue(baseline.value) : null;
  if (!baseline?.value || y === null) return null;
  const at = monthNumber(baseline.measuredOn);
  const text = exactText(baseline.value, scale, wording);
  const marker: Marker = { kind: "baseline", at, y, when: time.year(baseline.measuredOn), text };
  return { at, marker, isGap: false, version: baseline.version, point: null };
}

const textOf = (point: LinePoint, { scale, wording, countOf }: PanelContext): string =>
  regionValueText(point.value, countOf(point), scale, wording);

function stepOf(point: LinePoint, context: PanelContext): Step {
  const { value, period, version } = point;
  const at = monthNumber(period.endsOn);
  const when = context.time.period(period);
  const text = textOf(point, context);
  const rest = { at, version, point };
  // A small count is somewhere between 0 and its bound: it is drawn in the middle, hollow.
  if (value.state === "small") {
    const y = ((value.from ?? 0) + value.below) / 2;
    return { ...rest, marker: { kind: "censored", at, y, when, text }, isGap: false };
  }
  const y = value.state === "shown" ? plotValue(value.value) : null;
  if (y === null) return { ...rest, marker: null, isGap: value.state === "missing" };
  return { ...rest, marker: { kind: "value", at, y, when, text }, isGap: false };
}

function blankOf(point: LinePoint, steps: readonly Step[], context: PanelContext): Blank[] {
  const step = steps.find((each) => each.point === point);
  if (!step || step.marker) return [];
  const before = steps.findLast(({ at, marker }) => marker && at < step.at)?.marker;
  const after = steps.find(({ at, marker }) => marker && at > step.at)?.marker;
  const ys = [before, after].flatMap((marker) => (marker ? [marker.y] : []));
  const y = ys.length > 0 ? ys.reduce((sum, each) => sum + each, 0) / ys.length : 0;
  const text = textOf(point, context);
  const halves = halvesOf(text, context.wording.locale);
  return [{ at: step.at, y, when: context.time.period(point.period), text, ...(halves && { halves }) }];
}

function linesThrough(
  steps: readonly Step[],
  history: readonly DefinitionVersion[],
  breaks: (from: LinePoint, to: LinePoint) => boolean,
): Pick<Panel, "runs" | "gaps"> {
  const runs: Spot[][] = [];
  const gaps: [Spot, Spot][] = [];
  let last: Step | null = null;
  let onlyGaps = true;
  for (const step of steps) {
    if (!step.marker) {
      onlyGaps &&= step.isGap;
      continue;
    }
    const spot = { at: step.at, y: step.marker.y };
    const mayJoin: boolean =
      last !== null &&
      isComparable(history, last, step) &&
      !(last.point && step.point && breaks(last.point, step.point));
    const isNext = last !== null && steps.indexOf(step) === steps.indexOf(last) + 1;
    if (mayJoin && isNext) runs.at(-1)!.push(spot);
    else {
      if (mayJoin && onlyGaps && last?.marker) gaps.push([{ at: last.at, y: last.marker.y }, spot]);
      runs.push([spot]);
    }
    last = step;
    onlyGaps = true;
  }
  return { runs, gaps };
}

function isComparable(history: readonly DefinitionVersion[], from: Step, to: Step): boolean {
  const used = [from.version, to.version].filter((version) => version !== null);
  return used.length < 2 || areComparable(history, used);
}

function plannedOf({ baseline, targets }: PathOfPanel, { scale, wording, time, ends, until }: PanelContext) {
  const start = baseline?.value ? plotValue(baseline.value) : null;
  const spots = standing(
    [
      ...(baseline && start !== null ? [{ at: monthNumber(baseline.measuredOn), y: start }] : []),
      ...targets.map(({ endsOn, value }) => ({ at: monthNumber(endsOn), y: plotTarget(value) })),
    ],
    targets.length > 0 ? until : 0,
  );
  const end = targets.at(-1);
  const target = end && {
    ...spots.at(-1)!,
    when: time.year(end.endsOn),
    text: targetText(end.value, scale, wording),
  };
  const reached = scale.type === "milestone" && start !== null ? stepsReached(spots, ends) : spots;
  const way = scale.type === "yesNo" || scale.type === "milestone" ? inSteps(reached) : reached;
  return { planned: spots.length > 1 ? way : [], target: target ?? null };
}

/** The way to a target, and on at its level until a later month: past its day it stands. */
export function standing(way: readonly Spot[], until: number): Spot[] {
  const end = way.at(-1);
  return end && until > end.at ? [...way, { ...end, at: until }] : [...way];
}

/** What a plan for a milestone asks for: a step counts from the end of the period in which it is reached, and no half of it before. */
function stepsReached(spots: readonly Spot[], ends: readonly number[]): Spot[] {
  const [baseline, ...targets] = spots.map(({ at, y }) => ({ month: at, value: rational(y) }));
  const path = { baseline: baseline!, targets };
  return periodByPeriod(baseline!.month, spots.at(-1)!.at, ends, (month) => plannedStep(path, month)!.valueOf());
}
