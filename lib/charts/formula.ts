import { one, type Rational, rational, roundHalfAwayFromZero, zero } from "@/lib/domain/values/rational";
import { decimalText } from "../views/public-value";

// R = (y − b) / (A − b), written so that whoever works it out again from what is printed gets what is printed.

type Name = "y" | "b" | "A";

export interface Formula extends Record<Name, string> {
  /** The differences of the printed numbers, exact. */
  above: string;
  under: string;
  R: string;
  /** R in per cent, with the same digits. */
  percent: string;
  /** Whether the printed division gives the printed R to the last digit; else R is rounded. */
  isExact: boolean;
  /** Of y, b and A those that are printed rounded. */
  rounded: Name[];
  /** With how many places after the point numbers are printed. */
  places: number;
}

/** Where the method judges otherwise, and 1: R as printed, and as the printed division gives it, lies on the side of the exact one. */
const limits = [zero, rational("0.6"), rational("0.95"), one];
const leastPlacesOfR = 2;
/** R is known with so many. */
const mostPlacesOfR = 6;
/** As many as any formatter of numbers takes. */
const mostPlaces = 20;

/**
 * @param letters as they are shown: percentages in per cent
 * @param ratio R
 * @param leastPlaces with which numbers stand elsewhere; more are taken only where the division needs them
 * @returns null where y, b and A don't give the ratio
 */
export function writeFormula(
  letters: Record<Name, Rational>,
  ratio: Rational,
  leastPlaces: number,
  locale: string,
): Formula | null {
  for (let placesOfR = leastPlacesOfR; placesOfR <= mostPlacesOfR; placesOfR += 1) {
    const R = rounded(ratio, placesOfR);
    if (!isOnItsSide(R, ratio)) continue;
    for (let places = leastPlaces; places <= mostPlaces; places += 1) {
      const [y, b, A] = [letters.y, letters.b, letters.A].map((letter) => rounded(letter, places));
      const above = y!.sub(b!);
      const under = A!.sub(b!);
      if (under.equals(0)) continue;
      const printed = above.div(under);
      if (!rounded(printed, placesOfR).equals(R) || !isOnItsSide(rounded(printed, mostPlacesOfR), ratio)) continue;
      const write = (value: Rational) => numberText(value, places, locale);
      return {
        y: write(y!),
        b: write(b!),
        A: write(A!),
        above: write(above),
        under: write(under),
        places,
        R: decimalText(roundHalfAwayFromZero(R, placesOfR), locale),
        percent: decimalText(roundHalfAwayFromZero(R.mul(100), placesOfR - 2), locale),
        isExact: printed.equals(R),
        rounded: (["y", "b", "A"] as const).filter((name) => !rounded(letters[name], places).equals(letters[name])),
      };
    }
  }
  return null;
}

const rounded = (value: Rational, places: number): Rational => rational(roundHalfAwayFromZero(value, places));

const isOnItsSide = (printed: Rational, exact: Rational): boolean =>
  limits.every((limit) => printed.gte(limit) === exact.gte(limit));

/** A whole number without a point, any other rounded. */
export function numberText(value: Rational, places: number, locale: string): string {
  return decimalText(roundHalfAwayFromZero(value, value.d === 1n ? 0 : places), locale);
}

/**
 * The fewest places with which numbers that differ are printed differently.
 * @param pairs of numbers that a reader compares
 */
export function placesApart(pairs: readonly (readonly [Rational, Rational])[], leastPlaces: number): number {
  let places = leastPlaces;
  const isBlurred = ([first, second]: readonly [Rational, Rational]) =>
    !first.equals(second) && rounded(first, places).equals(rounded(second, places));
  while (places < mostPlaces && pairs.some(isBlurred)) places += 1;
  return places;
}

/** The formula in letters, in numbers, and what it comes to; the same in every language but for its digits. */
export function formulaLines({ y, b, A, above, under, R, isExact }: Formula): [string, string, string] {
  // A minus that follows another needs its own brackets.
  const taken = b.startsWith("−") ? `(${b})` : b;
  return [
    "R = (y − b) / (A − b)",
    `R = (${y} − ${taken}) / (${A} − ${taken})`,
    `R = ${above} / ${under} ${isExact ? "=" : "≈"} ${R}`,
  ];
}

/** The same in one line, without the letters. */
export function formulaLine(formula: Formula): string {
  const [, values, result] = formulaLines(formula);
  return `${values} ${result.slice(result.indexOf("="))}`;
}

/** What of the lines is rounded, by its letter. */
export const roundedOf = ({ rounded: letters, isExact }: Formula): string[] => [...letters, ...(isExact ? [] : ["R"])];
