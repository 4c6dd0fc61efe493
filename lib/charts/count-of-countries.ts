import { figureText, type PublicFigure, type Scale, type Wording } from "./public-figure";

/** How many countries are counted, of those that can be; the others have no value, which is neither "no" nor 0. */
export interface CountOfCountries<Country> {
  count: number;
  /** How many have a value. */
  of: number;
  /** Those without a value: to be named, never counted. */
  without: Country[];
}

/** Counts the countries that meet a test among those with a value. */
export function countOfCountries<Country>(
  countries: readonly Country[],
  hasValue: (country: Country) => boolean,
  meets: (country: Country) => boolean,
): CountOfCountries<Country> {
  const given = countries.filter(hasValue);
  return {
    count: given.filter(meets).length,
    of: given.length,
    without: countries.filter((country) => !hasValue(country)),
  };
}

/**
 * "2 of 5": a count of countries, wherever it stands. It says nothing without how many there could be.
 * @param count in digits of the language
 * @param of how many countries have a value, or are in the status; never how many there are
 */
export const countText = (count: string, of: number, wording: Wording): string => wording.of(count, String(of));

/**
 * The region's figure, by the one way to write it on pages, charts, pictures and in publications.
 * @param countOf how many countries have a value, where the figure counts countries; null for any other figure
 */
export function regionFigureText(figure: PublicFigure, countOf: number | null, scale: Scale, wording: Wording): string {
  const text = figureText(figure, scale, wording);
  return countOf !== null && figure.mark === "shown" ? countText(text, countOf, wording) : text;
}
