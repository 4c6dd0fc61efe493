import type { MissingReason } from "@/lib/domain/values/value";
import type { CountryView } from "@/lib/views/country-view";
import { dueTargetText, type TargetWords } from "@/lib/views/due-target";
import { type PublicValue, reportedReason, shownText } from "@/lib/views/public-value";
import { letterOf, type ShownStatus, statusOfLetter } from "@/lib/views/shown-status";

/**
 * An indicator's row for the browser, as short as it can be: code, title, unit, value, target (both in words and digits;
 * the target empty where there is none) and one letter a status: before, if there is a period before, and now;
 * then `redefinedSign` where the definition changed in between, so that the two can't be compared.
 */
export type CountryTableRow = readonly [
  code: string,
  title: string,
  unit: string,
  value: string,
  target: string,
  letters: string,
];

export interface CountryTableGoal {
  code: string;
  title: string;
  pillar: string;
  rows: CountryTableRow[];
}

/** What writing a country's values takes beside their wording. */
interface CountryTableWords extends TargetWords {
  unit: (unit: string) => string;
  /** Why there is no value, in a few words. */
  missing: (reason: MissingReason) => string;
}

export function prepareCountryTable(
  { goals, previous }: Pick<CountryView, "goals" | "previous">,
  words: CountryTableWords,
): CountryTableGoal[] {
  return goals.map(({ goal: { code, title, pillar }, rows }) => ({
    code,
    title,
    pillar,
    rows: rows.map(({ row, cell: { value, status, before, isRedefined }, target }) => [
      row.code,
      row.title,
      row.type === "percentage" ? "%" : row.unit === null ? "" : words.unit(row.unit),
      whyMissing(value, words.missing) ?? shownText(value, row, words),
      target ? dueTargetText(target, row, words) : "",
      `${previous ? letterOf(before ?? "noValue") : ""}${letterOf(status)}${isRedefined ? redefinedSign : ""}`,
    ]),
  }));
}

const redefinedSign = "*";

/** The statuses of a row's letters, the latest last. */
export function statusesOfLetters(letters: string): { statuses: ShownStatus[]; isRedefined: boolean } {
  const isRedefined = letters.endsWith(redefinedSign);
  const signs = isRedefined ? letters.slice(0, -redefinedSign.length) : letters;
  return { statuses: [...signs].map(statusOfLetter), isRedefined };
}

const whyMissing = (value: PublicValue, word: CountryTableWords["missing"]): string | null => {
  const reason = reportedReason(value);
  return reason && word(reason);
};
