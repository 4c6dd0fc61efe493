import { parseFraction, type Rational, roundHalfAwayFromZero } from "@/lib/domain/rational";
import { countText } from "./count-of-countries";
import { decimalText, percentPlaces, placesText, type Scale, type Wording } from "./public-figure";

/**
 * A letter of the formula in words and digits: a percentage in per cent, a step by its title where it is a whole one.
 * @param countOf over how many countries the letters count those that meet the indicator; null for any other letter
 */
export function letterText(letter: string, scale: Scale, countOf: number | null, wording: Wording): string {
  const value = parseFraction(letter);
  if (countOf !== null) return countText(plainText(value, 1, wording), countOf, wording);
  if (scale.type === "percentage") return `${placesText(value.mul(100), percentPlaces, wording.locale)}%`;
  if (scale.type === "yesNo") return value.equals(1) ? wording.yes : wording.no;
  if (scale.type === "milestone") return scale.steps[value.valueOf()] ?? plainText(value, 1, wording);
  return plainText(value, Math.max(scale.decimals, 1), wording);
}

/** The same as a number, for the formula. */
export function letterNumber(letter: string, scale: Scale, isCount: boolean, wording: Wording): string {
  const value = parseFraction(letter);
  const isPercentage = scale.type === "percentage" && !isCount;
  return plainText(isPercentage ? value.mul(100) : value, Math.max(scale.decimals, 1), wording);
}

/** Whole numbers without a point; others rounded to some places. */
function plainText(value: Rational, places: number, wording: Wording): string {
  if (value.d === 1n) return decimalText(roundHalfAwayFromZero(value, 0), wording.locale);
  return placesText(value, places, wording.locale);
}
