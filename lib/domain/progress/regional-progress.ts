import type { IndicatorRules } from "../framework/indicator";
import { areComparable, type VersionComparability } from "../framework/indicator-version";
import type { IsoDate, PeriodSpan } from "../framework/reporting-period";
import { type AssessableValue, endsOf, hasCensoredDenominator, hasNoCases } from "../values/assessable-value";
import { type Assessment, commonLetter, commonLetters, type Letters, type Warning } from "./assessment";
import { commonVerdict, judgeByPath, notAssessed, targetOpposesDirection } from "./progress-steps";
import {
  allEnds,
  type CountryInput,
  type FourLetters,
  lettersOf,
  type Member,
  regionalLetters,
} from "./regional-members";
import { isComputable, type RegionalValue, rangeOfAggregate } from "./regional-value";
import { restOnSameCountries } from "./same-countries";
import {
  incomparableVersions,
  type LastStatus,
  methodVersion,
  type NotAssessedReason,
  noApprovedValue,
} from "./status";
import { type Trend, trendBetween } from "./trend";
import {
  type Baseline,
  endOfPlanTarget,
  hasReachedEnd,
  inTime,
  pathFits,
  type Target,
  versionsUsed,
} from "./unit-path";

/** What the countries of the region know of one indicator in one period. */
export interface RegionInput {
  rules: IndicatorRules;
  /** All versions of the indicator. */
  versions: readonly VersionComparability[];
  period: PeriodSpan;
  /** The first day of the plan's first period. */
  firstPeriodStartsOn: IsoDate;
  /** Every country of the plan, whether or not it reported. */
  countries: readonly CountryInput[];
  /** The region's value of the period before, for the trend. */
  previous: RegionalValue | null;
  lastStatus: LastStatus | null;
}

/** A country's part in the status, with its own letters on its own scale. */
export interface MemberInputs {
  unit: string;
  value: AssessableValue;
  valueVersion: number;
  /** Code of the earlier period whose value stands here; null: it is the period's own. */
  carriedFrom: string | null;
  baseline: Baseline;
  targets: Target[];
  letters: Letters;
}

/** What the region's status rests on. */
export interface RegionalInputs extends Pick<IndicatorRules, "type" | "direction" | "accumulation" | "aggregation"> {
  aggregationStep: number | null;
  period: PeriodSpan;
  /** t_T: the latest day of an end-of-plan target among the members. */
  endOfPlan: IsoDate | null;
  members: MemberInputs[];
}

export type RegionalAssessment = Assessment<RegionalInputs>;

/** What the status is worked out from: the region's value, the countries that have all four, and of how many. */
interface RegionalParts {
  value: RegionalValue | null;
  members: readonly Member[];
  of: number;
}

/** The region's progress by method 1.0, over exactly the countries that have all four of y, b, A and T. */
export function assessRegion(input: RegionInput, parts: RegionalParts): RegionalAssessment {
  const { rules, period } = input;
  const reason = reasonNotAssessed(input, parts);
  const atEnds = reason ? [] : allEnds.map((ends) => regionalLetters(rules, period, parts.members, ends));
  const targets = parts.members.flatMap((member) => member.targets);
  const ended = hasReachedEnd(period, targets);
  const verdicts = atEnds.map((letters) => judgeByPath(letters, rules.direction, ended));
  return {
    ...(reason ? notAssessed(reason) : commonVerdict(verdicts)),
    methodVersion,
    letters: commonLetters(atEnds),
    trend: input.countries.some((country) => country.targets.length > 0) ? null : trendOf(input, parts.value),
    warnings: warningsOf(rules, parts.value, atEnds),
    inputs: {
      type: rules.type,
      direction: rules.direction,
      accumulation: rules.accumulation,
      aggregation: rules.aggregation,
      aggregationStep: rules.aggregationStep,
      period: { startsOn: period.startsOn, endsOn: period.endsOn },
      endOfPlan: endOfPlanTarget(targets)?.endsOn ?? null,
      members: parts.members.map((member) => memberInputs(input, member, reason === null)),
    },
  };
}

/** Step 1 for the region. The first reason that holds is the one that is told. */
function reasonNotAssessed(input: RegionInput, { value, members, of }: RegionalParts): NotAssessedReason | null {
  const { rules, countries } = input;
  const needed = Math.ceil((2 * of) / 3);
  if (rules.type === "narrative") return { code: "narrative", args: {} };
  if (!isComputable(rules)) return { code: "notComputable", args: {} };
  if (value === null) return noApprovedValue(of === 0 ? "notApplicable" : null, input.lastStatus);
  if (rules.direction === "neutral") return { code: "neutral", args: {} };
  if (countries.every((country) => country.targets.length === 0)) return { code: "noTarget", args: {} };
  if (members.length < needed) return { code: "tooFewCountries", args: { in: members.length, of, needed } };
  if (members.every((member) => hasNoCases(member.value))) return { code: "noCases", args: {} };
  const used = members.flatMap((member) => versionsUsed(member, member));
  const fits = members.every((member) => pathFits(rules.type, member)) && areComparable(input.versions, used);
  if (!fits) return incomparableVersions(used);
  const isOpen = members.some(({ value, baseline }) => [value, baseline.value].some(hasCensoredDenominator));
  return isOpen ? { code: "censored", args: {} } : null;
}

/** A line breaks where the set of countries changes, and so does a trend. */
function trendOf({ versions, previous }: RegionInput, value: RegionalValue | null): Trend | null {
  const before = previous && rangeOfAggregate(previous.aggregate);
  const now = value && rangeOfAggregate(value.aggregate);
  if (!previous || !value || !before || !now) return null;
  const versionsFit = areComparable(versions, [...previous.versions, ...value.versions]);
  return versionsFit && restOnSameCountries(previous, value) ? trendBetween(before, now) : null;
}

function warningsOf(rules: IndicatorRules, value: RegionalValue | null, atEnds: readonly FourLetters[]): Warning[] {
  const warnings: Warning[] = [];
  const opposes = atEnds.every((letters) => targetOpposesDirection(letters, rules.direction, false));
  if (atEnds.length > 0 && opposes) warnings.push("targetOpposesDirection");
  const sumsPersons = rules.countsPersons && value?.aggregate.kind === "sum";
  if (sumsPersons && value.restsOn.length > 1) warnings.push("mayCountTwice");
  return warnings;
}

function memberInputs({ rules, period }: RegionInput, member: Member, isAssessable: boolean): MemberInputs {
  const atEnds = isAssessable ? allEnds.map((ends) => lettersOf(rules.type, period, member, ends)) : [];
  return {
    unit: member.unit,
    value: member.value,
    valueVersion: member.version,
    carriedFrom: member.carriedFrom?.code ?? null,
    baseline: member.baseline,
    targets: inTime(member.targets),
    letters: { ...commonLetters(atEnds), y: commonLetter(endsOf(member.value)) },
  };
}
