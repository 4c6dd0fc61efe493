import type { IndicatorRules } from "../framework/indicator";
import { areComparable, type VersionComparability } from "../framework/indicator-version";
import type { IsoDate, PeriodSpan } from "../framework/reporting-period";
import {
  type AssessableValue,
  endsOf,
  hasCensoredDenominator,
  hasNoCases,
  isAssessableValue,
  isMeasurable,
  rangeOf,
  valueFits,
} from "../values/assessable-value";
import { type Assessment, commonLetter, type Warning } from "./assessment";
import {
  commonVerdict,
  judgeByPath,
  judgeYesNo,
  notAssessed,
  type PathValues,
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
  value: AssessableValue | null;
  valueVersion: number | null;
  previous: AssessableValue | null;
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
  const assessable = assessableOf(input.value);
  const reason = reasonNotAssessed(input, assessable);
  const paths = isComparable(input, assessable) ? pathAtEnds(rules.type, input, period.endsOn) : [];
  const ys = endsOf(assessable);
  const ends = ys.flatMap((y) => paths.map((path) => ({ y, ...path })));
  return {
    ...(reason ? notAssessed(reason) : commonVerdict(ends.map((letters) => judge(input, letters)))),
    methodVersion,
    letters: {
      y: commonLetter(ys),
      b: commonLetter(endsOf(input.baseline?.value)),
      A: commonLetter(paths.map(({ A }) => A)),
      T: commonLetter(paths.map(({ T }) => T)),
    },
    trend: input.targets.length === 0 ? trendOf(input) : null,
    warnings: warningsOf(rules, paths),
    inputs: inputsOf(input, assessable),
  };
}

function assessableOf(approved: ApprovedValue | null): AssessableValue | null {
  return approved && isAssessableValue(approved.value) ? approved.value : null;
}

/** Step 1. The order of the reasons is the method's: the first that holds is the one that is told. */
function reasonNotAssessed(input: AssessmentInput, assessable: AssessableValue | null): NotAssessedReason | null {
  const { rules, period, value, baseline, targets, lastStatus } = input;
  if (value === null) return noApprovedValue(null, lastStatus);
  if (value.value.kind === "missing") return noApprovedValue(value.value.reason, lastStatus);
  if (rules.type === "narrative" || assessable === null) return { code: "narrative", args: {} };
  if (rules.direction === "neutral") return { code: "neutral", args: {} };
  if (targets.length === 0) return { code: "noTarget", args: {} };
  if (baseline !== null && period.startsOn <= baseline.measuredOn) {
    return { code: "baselinePeriod", args: { measuredOn: baseline.measuredOn } };
  }
  if (hasNoCases(assessable)) return { code: "noCases", args: {} };
  if (!isComparable(input, assessable)) return incomparableVersions(versionsUsed(value, input));
  const isOpen = hasCensoredDenominator(assessable) || (baseline !== null && hasCensoredDenominator(baseline.value));
  return isOpen ? { code: "censored", args: {} } : null;
}

/** Whether value, baseline and targets were made under definitions that may be compared with each other. */
function isComparable(input: AssessmentInput, assessable: AssessableValue | null): boolean {
  const { type } = input.rules;
  const fits = (assessable === null || valueFits(type, assessable)) && pathFits(type, input);
  return fits && areComparable(input.versions, versionsUsed(input.value, input));
}

function judge({ rules, period, targets }: AssessmentInput, letters: PathValues): Verdict {
  const ended = hasReachedEnd(period, targets);
  return rules.type === "yesNo" ? judgeYesNo(letters, ended) : judgeByPath(letters, rules.direction, ended);
}

function trendOf({ rules, versions, value, previous }: AssessmentInput): Trend | null {
  const now = assessableOf(value);
  const before = assessableOf(previous);
  if (!now || !before || !value || !previous || !isMeasurable(now) || !isMeasurable(before)) return null;
  const fits = valueFits(rules.type, now) && valueFits(rules.type, before);
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
  assessable: AssessableValue | null,
): UnitInputs {
  const { type, direction, accumulation } = rules;
  return {
    type,
    direction,
    accumulation,
    period: { startsOn: period.startsOn, endsOn: period.endsOn },
    value: assessable,
    valueVersion: value?.version ?? null,
    previous: assessableOf(previous),
    baseline,
    targets: inTime(targets),
    endOfPlan: endOfPlanTarget(targets)?.endsOn ?? null,
  };
}
