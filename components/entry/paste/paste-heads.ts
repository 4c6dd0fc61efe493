import { inCommonEra } from "@/lib/domain/years";
import { namesPeriod } from "@/lib/i18n/periods/period-label";
import type { HeadWords } from "@/lib/i18n/tables/head-words";
import { isValueText } from "./paste";

// What the lines above a table's codes say of its columns. A column is taken for what its head says, and for nothing else:
// last year's figure, or the target, looks like this year's.

const roles = ["value", "numerator", "denominator", "reason"] as const;
export type PasteRole = (typeof roles)[number];

export interface PasteHeads {
  /** The columns that something is taken from. */
  taken: ReadonlySet<number>;
  /** What stands in a line under the heads of a role. */
  in: (role: PasteRole, columns: readonly string[]) => string[];
  /** All that is taken of a line. */
  of: (columns: readonly string[]) => string[];
  nameOf: (column: number) => string;
}

type Meaning = PasteRole | "period" | "passed" | "unknown";

/** Of the common era or the Buddhist one, whatever stands beside it. */
const year = /(?<!\p{Nd})(?:19|20|25|๒๕)\p{Nd}{2}(?!\p{Nd})/u;
const aCode = /^\p{L}+\p{Nd}+(?:\.\p{Nd}+)*-/u;

/** Whether a line is a title, or heads: none of its cells is a value or a code. A year is the name of a column. */
export const isWordy = (columns: readonly string[]): boolean =>
  !aCode.test(columns[0] ?? "") && !columns.some((text) => isValueText(text) && !year.test(text));

function meaningOf(text: string, words: HeadWords, period: string): Meaning {
  const said = text.normalize("NFKC").trim().toLowerCase();
  if (words.target.some((word) => said.includes(word))) return "passed";
  const isRole = (word: string) =>
    said === word ||
    (said.startsWith(word) && namesPeriod(said.slice(word.length).trim(), period)) ||
    (said.endsWith(word) && namesPeriod(said.slice(0, -word.length).trim(), period));
  const role = roles.find((each) => words[each].some(isRole));
  if (role) return role;
  if (namesPeriod(text, period)) return "period";
  return year.test(text) ? "passed" : "unknown";
}

/** Whether any of the lines names a column as a period's, or as the product does. */
export const saysOfColumns = (above: readonly string[][], words: HeadWords, period: string): boolean =>
  above.some(
    (columns) =>
      isWordy(columns) && columns.slice(1).some((text) => text !== "" && meaningOf(text, words, period) !== "unknown"),
  );

/**
 * What a first line without a code says of the columns below it: `heads`, where all its cells name what goes into the field;
 * `year`, where its only cell is one, which may be a value as well; `others`, where it can't be told from it what is this period's.
 * Null for a line of values.
 */
export function headOf(
  columns: readonly string[],
  words: HeadWords,
  period: string,
): "heads" | "year" | "others" | null {
  const said = columns.filter((text) => text !== "");
  const meanings = said.map((text) => meaningOf(text, words, period));
  if (said.length === 0 || !isWordy(columns) || meanings.includes("unknown")) return null;
  if (said.length === 1 && isValueText(said[0]!)) return /^\p{Nd}{4}$/u.test(said[0]!) ? "year" : null;
  const own = meanings.filter((meaning) => meaning === "value" || meaning === "period");
  return meanings.includes("passed") || own.length > 1 ? "others" : "heads";
}

/** Whether years are named, and the period's own isn't among them. */
function namesOthers(above: readonly string[][], words: HeadWords, period: string): boolean {
  const years = above.flat().filter((text) => year.test(text));
  const isOwn = (text: string) => {
    // The name of a quarter isn't within a sentence as a year is.
    if (/^\d{4}$/.test(period)) return inCommonEra(text).includes(period);
    const said = text.normalize("NFKC").toLowerCase();
    return [...words.target, ...words.value, ""].some((word) => namesPeriod(said.replace(word, "").trim(), period));
  };
  return years.length > 0 && !years.some(isOwn);
}

/**
 * @param above the lines above the codes
 * @param width columns of the whole table
 * @returns `unnamed` where there are heads and it can't be told from them where the period's values are; null where no line is one of heads
 */
export function readHeads(
  above: readonly string[][],
  words: HeadWords,
  period: string,
  width: number,
): PasteHeads | "unnamed" | null {
  const wordy = above.filter(isWordy);
  if (namesOthers(wordy, words, period)) return "unnamed";
  const lines = wordy.filter((columns) => columns.slice(1).some((text) => text !== ""));
  if (lines.length === 0) return null;
  const over = (columns: readonly string[], column: number) => {
    let at = Math.min(column, columns.length - 1);
    while (at > 0 && columns[at] === "") at--;
    if (at < 1) return [];
    const meaning = meaningOf(columns[at]!, words, period);
    // A period, a target or a value stands over as many columns as are blank behind its name.
    return at === column || ["value", "period", "passed"].includes(meaning) ? [{ at, meaning }] : [];
  };
  const places: Record<PasteRole, number[]> = { value: [], numerator: [], denominator: [], reason: [] };
  const names = new Set<string>();
  for (let column = 1; column < width; column++) {
    const said = lines.flatMap((columns) => over(columns, column));
    const isAny = (meaning: Meaning) => said.some((each) => each.meaning === meaning);
    if (said.length === 0 || isAny("passed") || isAny("unknown")) continue;
    const role = roles.slice(1).find(isAny) ?? "value";
    places[role].push(column);
    if (role === "value") names.add(said.map(({ at }) => at).join());
  }
  const isTold = names.size < 2 && roles.slice(1).every((role) => places[role].length < 2);
  if (!isTold || places.value.length + places.numerator.length === 0) return "unnamed";
  const inRole = (role: PasteRole, columns: readonly string[]) => places[role].map((column) => columns[column] ?? "");
  return {
    taken: new Set(roles.flatMap((role) => places[role])),
    in: inRole,
    of: (columns) => roles.flatMap((role) => inRole(role, columns)),
    nameOf: (column) => lines.map((columns) => columns[column] ?? "").find((text) => text !== "") ?? String(column + 1),
  };
}
