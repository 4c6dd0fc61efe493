import type { Direction, IndicatorRules } from "@/lib/domain/framework/indicator";
import type { AssessableValue, TargetValue } from "@/lib/domain/values/assessable-value";
import { type Rational, rational, roundHalfAwayFromZero } from "@/lib/domain/values/rational";
import {
  type Decimal,
  type MissingReason,
  missingReasons,
  type Quantity,
  type ShownMissingReason,
} from "@/lib/domain/values/value";

/** A value that its source didn't censor as a whole. */
type OpenValue = Exclude<AssessableValue, { kind: "censored" }>;

/** A value as anyone may see it. The four disclosure states are never taken for one another, and 0 is a shown value. */
export type PublicValue =
  | { state: "shown"; value: OpenValue }
  /** Reported in words, which stand elsewhere and only if they are public. */
  | { state: "words" }
  /** Somewhere below; `from` is the least that it can be, where that is known to be more than 0. */
  | { state: "small"; below: number; from?: number }
  | { state: "suppressed" }
  | { state: "missing"; reason: ShownMissingReason | null };

/** Nothing of the unit is approved for the period. */
export const isUnreported = (value: PublicValue): boolean =>
  value.state === "missing" && value.reason === "noApprovedReport";

/** The unit said that the indicator doesn't apply to it in the period: no value is due. */
export const isNotApplicable = (value: PublicValue): boolean =>
  value.state === "missing" && value.reason === "notApplicable";

/** The secretariat took it down: that it doesn't show is nobody's failure to report. */
export const isTakenDown = (value: PublicValue): boolean => value.state === "missing" && value.reason === "takenDown";

/** Why there is no value, as far as somebody said; that no report is approved is said once for all of a unit's. */
export const reportedReason = (value: PublicValue): MissingReason | null =>
  (value.state === "missing" && missingReasons.find((reason) => reason === value.reason)) || null;

/**
 * A value of which nothing is hidden. One that its source publishes only as `<5` is marked as what it is, whoever reads:
 * there is no exact value to show.
 */
export function openValue(value: AssessableValue): PublicValue {
  return value.kind === "censored" ? { state: "small", below: value.below } : { state: "shown", value };
}

/** What it takes to write a value in words and digits of one language. */
export interface ValueWords {
  /** For `Intl`: digits and separators. */
  locale: string;
  yes: string;
  no: string;
  noValue: string;
  /** Nothing of the unit is approved for the period. */
  noReport: string;
  notApplicable: string;
  takenDown: string;
  suppressed: string;
  inWords: string;
  /** "4 of 6". */
  of: (part: string, whole: string) => string;
}

/** The same, and values held against a plan. */
export interface Wording extends ValueWords {
  /** "at most 3 of 5" */
  atMost: (value: string) => string;
}

/** What is planned, in a sentence that holds a value against it: where less is better, nobody may take less for a failure. */
export const plannedText = (text: string, direction: Direction, { atMost }: Wording): string =>
  direction === "decrease" ? atMost(text) : text;

/** What writing needs to know of an indicator. */
export interface Scale extends Pick<IndicatorRules, "type" | "decimals"> {
  /** Titles of a milestone's steps, the lowest first. */
  steps: readonly string[];
}

/** Decimal places with which a percentage is shown. */
export const percentPlaces = 1;

/**
 * A value in a few characters: `1,127`, `82.4` for a percentage, `Yes`, the name of a step, `<5`, "suppressed", "no value", "no approved
 * report", "not applicable", "taken down".
 */
export function shownText(shown: PublicValue, scale: Scale, wording: ValueWords): string {
  switch (shown.state) {
    case "shown":
      return exactText(shown.value, scale, wording);
    case "small":
      return belowText(shown.below, wording.locale);
    case "suppressed":
      return wording.suppressed;
    case "words":
      return wording.inWords;
    case "missing":
      if (isNotApplicable(shown)) return wording.notApplicable;
      if (isTakenDown(shown)) return wording.takenDown;
      return isUnreported(shown) ? wording.noReport : wording.noValue;
  }
}

export function exactText(value: AssessableValue, scale: Scale, wording: ValueWords): string {
  switch (value.kind) {
    case "number":
      return decimalText(value.number, wording.locale);
    case "censored":
      return belowText(value.below, wording.locale);
    case "ratio":
      return ratioText(value.numerator, value.denominator, wording);
    case "yesNo":
      return value.yes ? wording.yes : wording.no;
    case "step":
      return scale.steps[value.step] ?? String(value.step);
  }
}

/** A target; a percentage's is a number in per cent already. */
export function targetText(target: TargetValue, scale: Scale, wording: ValueWords): string {
  return exactText(target, scale, wording);
}

/** A quotient can be worked out: not of 0 of 0, nor of parts of which one is only known to be small. */
const hasQuotient = (numerator: Quantity, denominator: Quantity): boolean =>
  "exact" in numerator && "exact" in denominator && !rational(denominator.exact).equals(0);

/** Whether the value is written as a number in per cent, so that a % may follow it. */
export const isInPercent = (shown: PublicValue, { type }: Pick<Scale, "type">): boolean =>
  type === "percentage" &&
  shown.state === "shown" &&
  (shown.value.kind !== "ratio" || hasQuotient(shown.value.numerator, shown.value.denominator));

function ratioText(numerator: Quantity, denominator: Quantity, wording: ValueWords): string {
  const part = quantityText(numerator, wording.locale);
  const whole = quantityText(denominator, wording.locale);
  if (!("exact" in numerator) || !("exact" in denominator) || rational(denominator.exact).equals(0)) {
    return wording.of(part, whole);
  }
  const percent = rational(numerator.exact).div(rational(denominator.exact)).mul(100);
  return placesText(percent, percentPlaces, wording.locale);
}

/** What a percentage is made of, `337 of 402`; null for what isn't one. */
export function partsText(shown: PublicValue, wording: ValueWords): string | null {
  if (shown.state !== "shown" || shown.value.kind !== "ratio") return null;
  const { numerator, denominator } = shown.value;
  return wording.of(quantityText(numerator, wording.locale), quantityText(denominator, wording.locale));
}

/** `1,127`, or `<5`. */
export function quantityText(quantity: Quantity, locale: string): string {
  return "exact" in quantity ? decimalText(quantity.exact, locale) : belowText(quantity.below, locale);
}

const belowText = (below: number, locale: string): string => `<${decimalText(String(below), locale)}`;

/** An exact decimal with the language's separators and a minus sign; digits after the point stay as they are. */
export function decimalText(decimal: Decimal, locale: string): string {
  const places = decimal.split(".")[1]?.length ?? 0;
  // `Intl` reads a decimal text without going through a float; TypeScript's own types don't know yet.
  // A hyphen would be parted from its value at the end of a line.
  return formatOf(locale, places)
    .format(decimal as `${number}`)
    .replace(/^-/, "−");
}

/** By language and places: making one takes as long as writing a hundred values with it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, places: number): Intl.NumberFormat {
  const key = `${locale} ${places}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
  formats.set(key, format);
  return format;
}

/** A quotient rounded half away from zero. */
export function placesText(value: Rational, places: number, locale: string): string {
  return decimalText(roundHalfAwayFromZero(value, places), locale);
}
