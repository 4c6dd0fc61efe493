import type { IndicatorRules, IndicatorType } from "../framework/indicator";
import { type IsoDate, monthNumber, type PeriodSpan } from "../framework/reporting-period";
import { type AssessableValue, endsOf, quantityRange } from "../values/assessable-value";
import { appliesTo, type Contribution, type CountryValue, contributionOf } from "../values/country-value";
import { one, type Rational, sum, zero } from "../values/rational";
import { plannedAnswer, plannedStep } from "./planned-path";
import type { PathValues } from "./progress-steps";
import { meets } from "./regional-value";
import { type Baseline, countedBaseline, pathAtEnds, type Target, targetPoints, type UnitPath } from "./unit-path";

export type CountryInput = CountryValue & UnitPath;

/** Whether a country takes part in the region's status, and if not, what it lacks. */
export type Standing = "in" | "notApplicable" | "noValue" | "noTarget" | "noBaseline" | "baselinePeriod";

/** A country that has all four: value, baseline, planned value and target. */
export interface Member extends UnitPath, Contribution {
  baseline: Baseline;
}

/** The country as a member of the region's status for the period, or what keeps it out. */
export function memberOf(
  rules: IndicatorRules,
  period: PeriodSpan,
  firstPeriodStartsOn: IsoDate,
  country: CountryInput,
): Member | Exclude<Standing, "in"> {
  if (!appliesTo(country)) return "notApplicable";
  const contribution = contributionOf(rules, country);
  if (contribution === null) return "noValue";
  if (country.targets.length === 0) return "noTarget";
  const baseline = countedBaseline(rules, country.baseline, firstPeriodStartsOn);
  if (baseline === null) return "noBaseline";
  // A carried value tells of progress since the baseline only if its own period began after it.
  const measured = contribution.carriedFrom ?? period;
  if (measured.startsOn <= baseline.measuredOn) return "baselinePeriod";
  return { ...contribution, baseline, targets: country.targets };
}

/** Which end of what censored values and baselines may stand for. */
export interface Ends {
  y: "low" | "high";
  b: "low" | "high";
}
const eitherEnd = ["low", "high"] as const;
export const allEnds: readonly Ends[] = eitherEnd.flatMap((y) => eitherEnd.map((b) => ({ y, b })));

/** All four letters of the formula. */
export type FourLetters = { [letter in keyof PathValues]: Rational };

/** A country's own letters on its own scale. Yes/no without a target for this very period plans by `plannedAnswer`. */
export function lettersOf(type: IndicatorType, period: PeriodSpan, member: Member, ends: Ends): FourLetters {
  // Of `0 of 0` there is no quotient; its weight is 0, so what stands here doesn't count.
  const y = endOf(endsOf(member.value), ends.y) ?? zero;
  const path = endOf(pathAtEnds(type, member, period.endsOn), ends.b);
  if (!path?.b) throw new RangeError(`${member.unit} has no path that can be measured`);
  const baseline = { month: monthNumber(member.baseline.measuredOn), value: path.b };
  const soFar = () =>
    plannedAnswer({ baseline, targets: targetPoints(type, member.targets) }, monthNumber(period.endsOn));
  return { y, b: path.b, A: path.A ?? soFar() ?? path.b, T: path.T };
}

/**
 * How many countries plan to be counted in a month, where the region counts countries: at a period's end it is A. Before
 * its baseline a country stands where that is.
 */
export function plannedCount(
  rules: Pick<IndicatorRules, "type" | "aggregationStep">,
  members: readonly { baseline: { value: AssessableValue | null; measuredOn: IsoDate }; targets: readonly Target[] }[],
  month: number,
): number {
  const planned = rules.type === "milestone" ? plannedStep : plannedAnswer;
  return members.filter(({ baseline, targets }) => {
    const [value] = endsOf(baseline.value);
    if (!value) return false;
    const path = {
      baseline: { month: monthNumber(baseline.measuredOn), value },
      targets: targetPoints(rules.type, targets),
    };
    return meets(rules, planned(path, month) ?? value);
  }).length;
}

function endOf<T>(given: readonly T[], end: "low" | "high"): T | undefined {
  return given.at(end === "low" ? 0 : -1);
}

/**
 * The region's letters over its members. Sums add. Of a percentage, all four are the countries' own weighted by current
 * denominators: for y that is the sum of numerators over the sum of denominators. Counts of countries count those whose
 * value, baseline, planned value and target meet the indicator's mark.
 */
export function regionalLetters(
  rules: IndicatorRules,
  period: PeriodSpan,
  members: readonly Member[],
  ends: Ends,
): FourLetters {
  const countries = members.map((member) => ({
    weight: weightOf(rules, member),
    letters: lettersOf(rules.type, period, member, ends),
  }));
  const divisor = rules.aggregation === "ratioOfSums" ? sum(countries.map(({ weight }) => weight)) : one;
  const share = (quantity: Rational) =>
    rules.aggregation !== "countOfCountries" ? quantity : meets(rules, quantity) ? one : zero;
  const over = (letter: keyof FourLetters) =>
    sum(countries.map(({ weight, letters }) => share(letters[letter]).mul(weight))).div(divisor);
  return { y: over("y"), b: over("b"), A: over("A"), T: over("T") };
}

/** A percentage weighs as much as its denominator, which must be exact; everything else weighs alike. */
function weightOf({ aggregation }: IndicatorRules, { value }: Member): Rational {
  if (aggregation !== "ratioOfSums" || value.kind !== "ratio") return one;
  return quantityRange(value.denominator).low;
}
