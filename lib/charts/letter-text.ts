import type { IndicatorType } from "@/lib/domain/framework/indicator";
import { parseFraction, type Rational } from "@/lib/domain/values/rational";
import { percentPlaces, placesText, type Scale, type Wording } from "../views/public-value";
import { countText } from "./count-of-countries";
import { numberText } from "./formula";

/** With how many places after the point a letter is shown, where nothing asks for more. */
export const letterPlaces = ({ type, decimals }: Scale): number => Math.max(decimals, leastPlaces[type]);

const leastPlaces: Record<IndicatorType, number> = {
  percentage: percentPlaces,
  number: 1,
  yesNo: 1,
  milestone: 1,
  narrative: 1,
};

/**
 * A letter of the formula in words and digits: a percentage in per cent, a step by its title where it is a whole one.
 * @param countOf over how many countries the letters count those that meet the indicator; null for any other letter
 * @param places after the point
 */
export function letterText(
  letter: string,
  scale: Scale,
  countOf: number | null,
  wording: Wording,
  places = letterPlaces(scale),
): string {
  const value = parseFraction(letter);
  const number = () => numberText(value, places, wording.locale);
  if (countOf !== null) return countText(number(), countOf, wording);
  switch (scale.type) {
    case "percentage":
      return `${placesText(value.mul(100), places, wording.locale)}%`;
    case "yesNo":
      return value.equals(1) ? wording.yes : wording.no;
    case "milestone":
      return scale.steps[value.valueOf()] ?? number();
    case "number":
    case "narrative":
      return number();
  }
}

/** The same as a number, for the formula. */
export function letterNumber(letter: string, scale: Scale, isCount: boolean): Rational {
  const value = parseFraction(letter);
  return scale.type === "percentage" && !isCount ? value.mul(100) : value;
}

/**
 * A letter in a column of a table. What the values are counted in is said above it, so a percentage stands without its
 * sign, as the values beside it do.
 * @param text as `letterText` wrote it; null where there is none
 */
export const letterInColumn = (text: string | null, { type }: Pick<Scale, "type">): string =>
  (type === "percentage" ? text?.replace(/%$/, "") : text) ?? "–";
