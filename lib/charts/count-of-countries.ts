import { isInPercent, type PublicValue, type Scale, shownText, type Wording } from "../views/public-value";

/**
 * "2 of 5": a count of countries, wherever it stands. It says nothing without how many there could be.
 * @param count in digits of the language
 * @param of how many countries have a value, or are in the status; never how many there are
 */
export const countText = (count: string, of: number, wording: Wording): string => wording.of(count, String(of));

/**
 * The region's value, by the one way to write it on pages, charts, pictures and in publications.
 * @param countOf how many countries have a value, where the value counts countries; null for any other value
 */
export function regionValueText(value: PublicValue, countOf: number | null, scale: Scale, wording: Wording): string {
  const text = shownText(value, scale, wording);
  return countOf !== null && value.state === "shown" ? countText(text, countOf, wording) : text;
}

/** The same outside of tables and charts, whose head names the unit: a percentage with its sign. */
export function valueWithUnit(value: PublicValue, countOf: number | null, scale: Scale, wording: Wording): string {
  const text = regionValueText(value, countOf, scale, wording);
  return countOf === null && isInPercent(value, scale) ? `${text}%` : text;
}
