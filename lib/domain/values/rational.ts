import Fraction from "fraction.js";
import type { Decimal } from "./value";

/** An exact quotient of two whole numbers of any size. Nothing that decides a status ever passes through a float. */
export type Rational = Fraction;

export const zero: Rational = new Fraction(0);
export const one: Rational = new Fraction(1);

const plainDecimal = /^-?\d+(\.\d+)?$/;
const plainFraction = /^-?\d+\/\d+$/;

/** Whether the text is a plain decimal: `1127`, `-3.5`. Not `1,127`, `1e3`, `.5`, `<5`, and never an empty text. */
export function isDecimal(text: string): text is Decimal {
  return plainDecimal.test(text);
}

/**
 * Reads a plain decimal exactly, or a whole number.
 * @throws RangeError for anything else, an empty text above all: a blank is not zero.
 */
export function rational(decimal: Decimal | number): Rational {
  if (typeof decimal === "string" ? isDecimal(decimal) : Number.isSafeInteger(decimal)) return new Fraction(decimal);
  throw new RangeError(`"${decimal}" is not a plain decimal`);
}

/** Writes it as numerator and denominator in lowest terms: `230/1`, `-7/12`. */
export function formatFraction(value: Rational): string {
  return `${value.s * value.n}/${value.d}`;
}

/**
 * Reads what `formatFraction` wrote.
 * @throws RangeError for anything else.
 */
export function parseFraction(text: string): Rational {
  const [numerator, denominator] = text.split("/");
  if (!plainFraction.test(text) || !numerator || !denominator || BigInt(denominator) === 0n) {
    throw new RangeError(`"${text}" is not a fraction`);
  }
  return new Fraction(BigInt(numerator), BigInt(denominator));
}

/** Rounds to `places` digits after the point, a half away from zero: 0.5 gives 1, -0.5 gives -1. Keeps trailing zeros. */
export function roundHalfAwayFromZero(value: Rational, places: number): Decimal {
  const scaled = value.n * 10n ** BigInt(places);
  const rounded = (2n * scaled + value.d) / (2n * value.d);
  const digits = rounded.toString().padStart(places + 1, "0");
  const sign = value.s < 0n && rounded > 0n ? "-" : "";
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

/**
 * A change as whole per cent of what was before, without its sign. What is neither all of it nor nothing isn’t said
 * to be: 99.6% keeps as many digits as tell it from 100%.
 */
export function percentOfChange(share: Rational): Decimal {
  const percent = share.abs().mul(100);
  const isRoundedTo = (places: number, end: number) =>
    !percent.equals(end) && rational(roundHalfAwayFromZero(percent, places)).equals(end);
  let places = 0;
  while (isRoundedTo(places, 100) || isRoundedTo(places, 0)) places += 1;
  return roundHalfAwayFromZero(percent, places);
}

/**
 * Writes a terminating decimal without loss: `12.5`, `400`. Sums of decimals always terminate.
 * @throws RangeError for a quotient such as 1/3, which no decimal can state.
 */
export function formatDecimal(value: Rational): Decimal {
  let places = 0;
  for (let scale = 1n; scale % value.d !== 0n; scale *= 10n) {
    if (places > value.d.toString(2).length) throw new RangeError(`${formatFraction(value)} has no exact decimal`);
    places += 1;
  }
  return roundHalfAwayFromZero(value, places);
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce((total, value) => total.add(value), zero);
}
