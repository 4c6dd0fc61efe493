import { regionValueText } from "@/lib/charts/count-of-countries";
import type { Letters } from "@/lib/domain/progress/assessment";
import type { PublicRegionalAssessment } from "@/lib/domain/progress/public-assessment";
import { restOnSameCountries } from "@/lib/domain/progress/same-countries";
import { formatDecimal, parseFraction, type Rational, rational, sum } from "@/lib/domain/values/rational";
import type { IndicatorView, LinePoint, RegionLine } from "@/lib/views/indicator-view";
import { decimalText, type PublicValue, partsText, type Wording } from "@/lib/views/public-value";

// The region's value stands over all countries with a value, its status over those of them that also have a baseline and
// targets. Where these aren't the same, whoever states a value says which of the two it is: all words for it begin here.

/** Whether the region's value counts countries. */
export const countsCountries = ({ indicator }: Pick<IndicatorView, "indicator">, region: RegionLine): boolean =>
  indicator.aggregation === "countOfCountries" && region.assessment?.region !== null;

/** How many countries had a value in the point's period, where the region's value counts countries; else null. */
export const countOfPoint = (region: RegionLine, { period }: LinePoint, isCount: boolean): number | null =>
  isCount ? (region.restsOn[period.code]?.length ?? null) : null;

/** Codes of the countries with a value in the last period. */
export const givenOf = ({ restsOn, points }: RegionLine): readonly string[] =>
  restsOn[points.at(-1)?.period.code ?? ""] ?? [];

/** Codes of the countries in the status, where they are fewer than those with a value; null where both are the same or there are none. */
export function fewerInStatus(region: RegionLine): readonly string[] | null {
  const members = region.assessment?.region?.inputs.members.map(({ unit }) => unit) ?? [];
  if (members.length === 0) return null;
  return restOnSameCountries({ restsOn: members }, { restsOn: givenOf(region) }) ? null : members;
}

/** Whether y can be held against what was planned: both are public. */
export const isAgainstPlan = (letters: Letters): letters is Letters & { y: string; A: string } =>
  letters.y !== null && letters.A !== null;

/**
 * Codes of the countries in the value that a period's finding states: those of the status where it is held against a plan,
 * else all with a value; none where no value is stated.
 * @param value the period's own, over all with a value
 */
export function statedOver(
  { state }: Pick<PublicValue, "state">,
  restsOn: readonly string[],
  assessment: PublicRegionalAssessment | null,
): readonly string[] {
  if (state === "missing") return [];
  if (assessment && isAgainstPlan(assessment.letters)) return assessment.inputs.members.map(({ unit }) => unit);
  return state === "suppressed" ? [] : restsOn;
}

/** The region's value over all countries that reported, with the sign of a percentage, and what it is made of. */
export interface WholeValue {
  count: number;
  value: string;
  /** `524 of 1,938`; null for what isn't a percentage, and where the value says it. */
  parts: string | null;
}

export function wholeValue(
  view: Pick<IndicatorView, "indicator">,
  region: RegionLine,
  wording: Wording,
): WholeValue | null {
  const point = region.points.at(-1);
  if (!point || point.value.state === "missing") return null;
  const isCount = countsCountries(view, region);
  const text = regionValueText(point.value, countOfPoint(region, point, isCount), view.indicator, wording);
  const parts = isCount ? null : partsText(point.value, wording);
  const isPercent = parts !== null && parts !== text;
  return {
    count: givenOf(region).length,
    value: isPercent ? `${text}%` : text,
    parts: isPercent ? parts : null,
  };
}

/**
 * What y of the region's status is made of, where y is a percentage and public: "287 of 1,414", added up over the very
 * countries of the status from what each shows; or the region's own less those without a part in it, where one of the
 * countries is hidden. null where that doesn't come to y.
 */
export function partsOfY(
  { countries }: Pick<IndicatorView, "countries">,
  region: RegionLine,
  wording: Wording,
): string | null {
  const assessment = region.assessment?.region;
  const y = assessment?.letters.y;
  if (!assessment || !y) return null;
  const period = region.points.at(-1)?.period.code;
  const shownBy = (unit: string, carriedFrom: string | null): Parts | null => {
    const line = countries.find(({ code }) => code === unit);
    const point = line?.points.find((each) => each.period.code === (carriedFrom ?? period));
    return point ? exactParts(point.value) : null;
  };
  const { members } = assessment.inputs;
  const others = givenOf(region).filter((unit) => !members.some((member) => member.unit === unit));
  const whole = exactParts(region.points.at(-1)?.value ?? { state: "suppressed" });
  const out = others.map((unit) => shownBy(unit, region.carried.find((each) => each.unit === unit)?.from ?? null));
  const ways = [
    totalOf(members.map(({ unit, carriedFrom }) => shownBy(unit, carriedFrom))),
    totalOf([whole, ...out.map((each) => each && { part: each.part.neg(), of: each.of.neg() })]),
  ];
  const found = ways.find((parts) => parts && !parts.of.equals(0) && parts.part.div(parts.of).equals(parseFraction(y)));
  if (!found) return null;
  const text = (count: Rational) => decimalText(formatDecimal(count), wording.locale);
  return wording.of(text(found.part), text(found.of));
}

interface Parts {
  part: Rational;
  of: Rational;
}

function exactParts(shown: PublicValue): Parts | null {
  if (shown.state !== "shown" || shown.value.kind !== "ratio") return null;
  const { numerator, denominator } = shown.value;
  if (!("exact" in numerator && "exact" in denominator)) return null;
  return { part: rational(numerator.exact), of: rational(denominator.exact) };
}

/** null where one of them isn't known. */
function totalOf(all: readonly (Parts | null)[]): Parts | null {
  const known = all.filter((parts) => parts !== null);
  if (known.length < all.length) return null;
  return { part: sum(known.map(({ part }) => part)), of: sum(known.map(({ of }) => of)) };
}
