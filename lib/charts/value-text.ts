import { isAssessableValue, isMeasurable, rangeOf } from "@/lib/domain/values/assessable-value";
import { type Rational, rational } from "@/lib/domain/values/rational";
import type { MissingReason, Value } from "@/lib/domain/values/value";
import {
  exactText,
  openValue,
  partsText,
  percentPlaces,
  placesText,
  type Scale,
  type ValueWords,
} from "../views/public-value";

/** What it takes to write what a unit reported, exact as it stands: for officials, never for the public. */
export interface ValueWording extends ValueWords {
  /** "337 of 402 (83.8%)". */
  withPercent: (parts: string, percent: string) => string;
  /** "no value: not yet available". */
  missing: (reason: MissingReason) => string;
  /** Where nothing was entered. */
  nothing: string;
}

export function valueText(value: Value | null, scale: Scale, wording: ValueWording): string {
  if (value === null) return wording.nothing;
  if (value.kind === "missing") return wording.missing(value.reason);
  if (value.kind === "narrative") return value.text;
  const text = exactText(value, scale, wording);
  const parts = partsText(openValue(value), wording);
  return parts === null || parts === text ? text : wording.withPercent(parts, text);
}

/** A difference in plain terms: `+64` of the indicator's unit, or `−75.0` points between two percentages. */
interface Difference {
  in: "units" | "points";
  amount: string;
}

/** Null where the two can't be told apart by one number: words, steps, censored values, nothing before. */
export function differenceBetween(
  before: Value | null,
  now: Value | null,
  { decimals }: Pick<Scale, "decimals">,
  locale: string,
): Difference | null {
  const from = exactQuantity(before);
  const to = exactQuantity(now);
  if (from === null || to === null || before?.kind !== now?.kind) return null;
  const difference = to.sub(from);
  if (now?.kind === "ratio") return { in: "points", amount: signed(difference.mul(100), percentPlaces, locale) };
  return { in: "units", amount: signed(difference, decimals, locale) };
}

function exactQuantity(value: Value | null): Rational | null {
  if (value === null || !isAssessableValue(value) || (value.kind !== "number" && value.kind !== "ratio")) return null;
  if (!isMeasurable(value)) return null;
  const { low, high } = rangeOf(value);
  return low.equals(high) ? low : null;
}

/** A minus sign, not a hyphen, so that it isn't parted from its value or taken for a dash. */
function signed(value: Rational, places: number, locale: string): string {
  const size = placesText(value.abs(), places, locale);
  const isZero = rational(0).equals(value);
  return isZero ? size : `${value.s < 0n ? "−" : "+"}${size}`;
}
