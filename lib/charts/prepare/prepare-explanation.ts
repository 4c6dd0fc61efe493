import {
  countsCountries,
  fewerInStatus,
  givenOf,
  partsOfY,
  type WholeValue,
  wholeValue,
} from "@/lib/charts/axes/region-sets";
import { valueWithUnit } from "@/lib/charts/count-of-countries";
import {
  type ExplanationSentence,
  explanationSentence,
  type JudgedLetters,
  type LetterTexts,
} from "@/lib/charts/explanation-sentence";
import { type Formula, placesApart, writeFormula } from "@/lib/charts/formula";
import { letterNumber, letterPlaces, letterText } from "@/lib/charts/letter-text";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { Letters } from "@/lib/domain/progress/assessment";
import type { PublicReason } from "@/lib/domain/progress/public-assessment";
import type { Trend } from "@/lib/domain/progress/trend";
import { type TargetValue, targetFits, targetOf } from "@/lib/domain/values/assessable-value";
import { formatFraction, rational } from "@/lib/domain/values/rational";
import type { CountryLine, IndicatorView, RegionLine } from "@/lib/views/indicator-view";
import { isTakenDown, type PublicValue, partsText, type Scale, type Wording } from "@/lib/views/public-value";
import type { ShownStatus } from "@/lib/views/shown-status";

export interface Explanation {
  unit: { code: string; name: string };
  status: ShownStatus;
  /** Which message says how it came about, with the letters written out; null where the reason says it. */
  sentence: ExplanationSentence | null;
  reason: PublicReason | null;
  /** The letters as numbers, where R was worked out: R = (y - b) / (A - b). */
  formula: Formula | null;
  /** R as a number, for its place on the scale; null where there is none to show. */
  R: number | null;
  /** The letters as texts; null where one isn't known. */
  facts: Record<keyof Letters, string | null>;
  /** What y is made of: `337 of 402` */
  parts: string | null;
  baselineOn: IsoDate | null;
  targetOn: IsoDate | null;
  /** Of the definition that the end-of-plan target was set for; null without one, and of the region. */
  targetVersion: number | null;
  trend: Trend | null;
  methodVersion: string | null;
  approvedOn: IsoDate | null;
  /** The region: codes of the countries in the status; null for a country. */
  members: readonly string[] | null;
  /** The region's value over all countries that reported, where the status rests on fewer; else null. */
  whole: WholeValue | null;
}

/** How every status of an indicator came about: the countries', then the region's. */
export function explanationsOf(view: IndicatorView, wording: Wording): Explanation[] {
  const { countries, region, indicator } = view;
  return [
    ...countries.map((country) => explainCountry(country, indicator, wording)),
    ...(region ? [explainRegion(region, view, wording)] : []),
  ];
}

/** How a country's status came about, from what is public of it. */
export function explainCountry(line: CountryLine, scale: Scale, wording: Wording): Explanation {
  const { assessment } = line;
  const inputs = assessment?.inputs;
  const told = explain(line, assessment, scale, null, wording);
  const end = inputs?.targets.at(-1);
  // Where definitions can't be compared there is no path to judge by, but the target stands.
  const T =
    told.facts.T ?? (end && targetFits(scale.type, end.value) ? letterOfTarget(end.value, scale, wording) : null);
  return {
    ...told,
    facts: { ...told.facts, T },
    baselineOn: inputs?.baseline?.measuredOn ?? null,
    targetOn: inputs?.endOfPlan ?? null,
    targetVersion: end?.version ?? null,
    members: null,
    whole: null,
  };
}

const letterOfTarget = (target: TargetValue, scale: Scale, wording: Wording): string =>
  letterText(formatFraction(targetOf(scale.type, target)), scale, null, wording);

/** The same for the region, whether worked out or reported by the secretariat. */
export function explainRegion(
  line: RegionLine,
  view: Pick<IndicatorView, "indicator" | "countries">,
  wording: Wording,
): Explanation {
  const { indicator } = view;
  if (line.assessment?.unit) return explainCountry({ ...line, assessment: line.assessment.unit }, indicator, wording);
  const assessment = line.assessment?.region ?? null;
  const members = assessment?.inputs.members ?? [];
  const isCount = countsCountries(view, line);
  const counts = isCount ? { members: members.length, given: givenOf(line).length } : null;
  const told = explain(line, assessment, indicator, counts, wording);
  const reason = told.reason?.code === "takenDown" && view.countries.length > 0 ? restsOnTakenDown : told.reason;
  const isFewer = fewerInStatus(line) !== null;
  // Over fewer countries than the value, y is another one, and so is what it is made of.
  const isOther = isFewer && !assessment?.letters.y;
  const isWithheld = assessment?.withheld.includes("y") ?? false;
  return {
    ...told,
    reason,
    facts: isOther ? { ...told.facts, y: isWithheld ? wording.suppressed : null } : told.facts,
    parts: isFewer ? (isCount ? null : partsOfY(view, line, wording)) : told.parts,
    baselineOn: members.map(({ baseline }) => baseline.measuredOn).sort()[0] ?? null,
    targetOn: assessment?.inputs.endOfPlan ?? null,
    targetVersion: null,
    members: members.map(({ unit }) => unit),
    whole: isFewer ? wholeValue(view, line, wording) : null,
  };
}

/** The region's own is worked out: nobody took it down by itself. */
const restsOnTakenDown: PublicReason = { code: "restsOnTakenDown", args: {} };

interface Told extends JudgedLetters {
  reason: PublicReason | null;
  withheld: readonly (keyof Letters)[];
  trend: Trend | null;
  methodVersion: string;
}

/** Of how many countries a count is: the letters of those in the status, the value of those with a value. */
interface Counts {
  members: number;
  given: number;
}

function explain(
  line: Pick<CountryLine, "code" | "name" | "status" | "ratio" | "approvedOn" | "points">,
  told: Told | null,
  scale: Scale,
  counts: Counts | null,
  wording: Wording,
) {
  const value: PublicValue = line.points.at(-1)?.value ?? { state: "missing", reason: null };
  const places = placesOf(told, scale, counts !== null);
  const formula = formulaOf(told, line.ratio, scale, counts !== null, places, wording);
  // The formula alone takes more places where it must add up as printed: a value reads the same all over its page.
  const texts = lettersAs(told, (letter) => letterText(letter, scale, counts?.members ?? null, wording, places));
  const facts = { ...texts };
  // A small count stands as one, as everywhere else.
  for (const letter of told?.withheld ?? [])
    facts[letter] = letter === "y" && value.state === "small" ? null : wording.suppressed;
  facts.y ??= valueWithUnit(value, counts?.given ?? null, scale, wording);
  const takenDown: PublicReason | null = isTakenDown(value) ? { code: "takenDown", args: {} } : null;
  return {
    unit: { code: line.code, name: line.name },
    status: line.status,
    sentence: takenDown ? null : explanationSentence(told, texts, formula, wording),
    reason: takenDown ?? told?.reason ?? null,
    formula,
    R: line.ratio === null ? null : Number(line.ratio),
    facts,
    parts: counts ? null : partsText(value, wording),
    trend: told?.trend ?? null,
    methodVersion: told?.methodVersion ?? null,
    approvedOn: line.approvedOn,
  };
}

const letterNames = ["y", "b", "A", "T"] as const;

function lettersAs(told: Told | null, write: (letter: string) => string): LetterTexts {
  const texts: LetterTexts = { y: null, b: null, A: null, T: null };
  for (const name of letterNames) {
    const letter = told?.letters[name];
    if (letter) texts[name] = write(letter);
  }
  return texts;
}

/** As many places as it takes that letters which a sentence compares don't look alike unless they are. */
function placesOf(told: Told | null, scale: Scale, isCount: boolean): number {
  const number = (letter: string | null | undefined) => (letter ? [letterNumber(letter, scale, isCount)] : []);
  const { y, b, A, T } = told?.letters ?? { y: null, b: null, A: null, T: null };
  const pairs = [b, A, T].flatMap((other) =>
    number(y).flatMap((one) => number(other).map((against) => [one, against] as const)),
  );
  return placesApart(pairs, letterPlaces(scale));
}

/** At the plan's end the planned value is the target, so that R is measured against T there. */
function formulaOf(
  told: Told | null,
  ratio: string | null,
  scale: Scale,
  isCount: boolean,
  places: number,
  { locale }: Wording,
): Formula | null {
  if (!told || ratio === null) return null;
  const { y, b } = told.letters;
  const A = told.step === "4" ? told.letters.T : told.letters.A;
  if (y === null || b === null || A === null) return null;
  const number = (letter: string) => letterNumber(letter, scale, isCount);
  return writeFormula({ y: number(y), b: number(b), A: number(A) }, rational(ratio), places, locale);
}
