import type { IndicatorRules } from "../framework/indicator";
import { areComparable, type VersionComparability } from "../framework/indicator-version";
import type { IsoDate, PeriodSpan } from "../framework/reporting-period";
import {
  endsOf,
  type Figure,
  figureFits,
  hasCensoredDenominator,
  hasNoCases,
  isFigure,
  isMeasurable,
  rangeOf,
} from "../values/figure";
import { type Assessment, commonLetter, type Warning } from "./assessment";
import {
  commonVerdict,
  judgeByPath,
  judgeYesNo,
  notAssessed,
  type PathFigures,
  targetOpposesDirection,
  type Verdict,
} from "./progress-steps";
import {
  incomparableVersions,
  type LastStatus,
  methodVersion,
  type NotAssessedReason,
  noApprovedValue,
} from "./status";
import { type Trend, trendBetween } from "./trend";
import {
  type ApprovedValue,
  type Baseline,
  countedBaseline,
  endOfPlanTarget,
  hasReachedEnd,
  inTime,
  type PathLetters,
  pathAtEnds,
  pathFits,
  type Target,
  type UnitPath,
  versionsUsed,
} from "./unit-path";

/** What a country, or the region as a reporting unit of its own, knows of one indicator in one period. */
export interface AssessmentInput extends UnitPath {
  /** The rules of the version that the value was made under. */
  rules: IndicatorRules;
  /** All versions of the indicator. */
  versions: readonly VersionComparability[];
  period: PeriodSpan;
  /** The first day of the plan's first period. */
  firstPeriodStartsOn: IsoDate;
  /** null: nothing approved for the period. */
  value: ApprovedValue | null;
  /** The approved value of the period before, for the trend. */
  previous: ApprovedValue | null;
  lastStatus: LastStatus | null;
}

/** What the status rests on. Words stay out: a narrative is internal unless marked public. */
export interface UnitInputs {
  type: IndicatorRules["type"];
  direction: IndicatorRules["direction"];
  accumulation: IndicatorRules["accumulation"];
  period: PeriodSpan;
  value: Figure | null;
  valueVersion: number | null;
  previous: Figure | null;
  baseline: Baseline | null;
  /** In the order of time. */
  targets: Target[];
  /** t_T: the day of the end-of-plan target. */
  endOfPlan: IsoDate | null;
}

export type UnitAssessment = Assessment<UnitInputs>;

/** Progress of one indicator in one period by method 1.0, steps 1 to 7 in their order, with what explains it. */
export function assess(given: AssessmentInput): UnitAssessment {
  const { rules, period, firstPeriodStartsOn } = given;
  const input = { ...given, baseline: countedBaseline(rules, given.baseline, firstPeriodStartsOn) };
  const figure = figureOf(input.value);
  const reason = reasonNotAssessed(input, figure);
  const paths = isComparable(input, figure) ? pathAtEnds(rules.type, input, period.endsOn) : [];
  const ys = endsOf(figure);
  const figures = ys.flatMap((y) => paths.map((path) => ({ y, ...path })));
  return {
    ...(reason ? notAssessed(reason) : commonVerdict(figures.map((letters) => judge(input, letters)))),
    methodVersion,
    letters: {
      y: commonLetter(ys),
      b: commonLetter(endsOf(input.baseline?.figure)),
      A: commonLetter(paths.map(({ A }) => A)),
      T: commonLetter(paths.map(({ T }) => T)),
    },
    trend: input.targets.length === 0 ? trendOf(input) : null,
    warnings: warningsOf(rules, paths),
    inputs: inputsOf(input, figure),
  };
}

function figureOf(approved: ApprovedValue | null): Figure | null {
  return approved && isFigure(approved.value) ? approved.value : null;
}

/** Step 1. The order of the reasons is the method's: the first that holds is the one that is told. */
function reasonNotAssessed(input: AssessmentInput, figure: Figure | null): NotAssessedReason | null {
  const { rules, period, value, baseline, targets, lastStatus } = input;
  if (value === null) return noApprovedValue(null, lastStatus);
  if (value.value.kind === "missing") return noApprovedValue(value.value.reason, lastStatus);
  if (rules.type === "narrative" || figure === null) return { code: "narrative", args: {} };
  if (rules.direction === "neutral") return { code: "neutral", args: {} };
  if (targets.length === 0) return { code: "noTarget", args: {} };
  if (baseline !== null && period.startsOn <= baseline.measuredOn) {
    return { code: "baselinePeriod", args: { measuredOn: baseline.measuredOn } };
  }
  if (hasNoCases(figure)) return { code: "noCases", args: {} };
  if (!isComparable(input, figure)) return incomparableVersions(versionsUsed(value, input));
  const isOpen = hasCensoredDenominator(figure) || (baseline !== null && hasCensoredDenominator(baseline.figure));
  return isOpen ? { code: "censored", args: {} } : null;
}

/** Whether value, baseline and targets were made under definitions that may be compared with each other. */
function isComparable(input: AssessmentInput, figure: Figure | null): boolean {
  const { type } = input.rules;
  const fits = (figure === null || figureFits(type, figure)) && pathFits(type, input);
  return fits && areComparable(input.versions, versionsUsed(input.value, input));
}

function judge({ rules, period, targets }: AssessmentInput, letters: PathFigures): Verdict {
  const ended = hasReachedEnd(period, targets);
  return rules.type === "yesNo" ? judgeYesNo(letters, ended) : judgeByPath(letters, rules.direction, ended);
}

function trendOf({ rules, versions, value, previous }: AssessmentInput): Trend | null {
  const now = figureOf(value);
  const before = figureOf(previous);
  if (!now || !before || !value || !previous || !isMeasurable(now) || !isMeasurable(before)) return null;
  const fits = figureFits(rules.type, now) && figureFits(rules.type, before);
  return fits && areComparable(versions, [previous.version, value.version])
    ? trendBetween(rangeOf(before), rangeOf(now))
    : null;
}

function warningsOf({ type, direction }: IndicatorRules, paths: readonly PathLetters[]): Warning[] {
  if (direction === "neutral" || paths.length === 0) return [];
  const opposes = paths.every((path) => targetOpposesDirection(path, direction, type === "yesNo"));
  return opposes ? ["targetOpposesDirection"] : [];
}

function inputsOf(
  { rules, period, value, previous, baseline, targets }: AssessmentInput,
  figure: Figure | null,
): UnitInputs {
  const { type, direction, accumulation } = rules;
  return {
    type,
    direction,
    accumulation,
    period: { startsOn: period.startsOn, endsOn: period.endsOn },
    value: figure,
    valueVersion: value?.version ?? null,
    previous: figureOf(previous),
    baseline,
    targets: inTime(targets),
    endOfPlan: endOfPlanTarget(targets)?.endsOn ?? null,
  };
}
