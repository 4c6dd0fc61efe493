// Long, for it is one reading: by position, by code and in parts follow the same rules of what a text is.

import { fieldNamesOf, withReason, withText } from "@/components/entry/state/entered";
import type { MissingReason } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { inCommonEra } from "@/lib/domain/years";
import { namesPeriod } from "@/lib/i18n/periods/period-label";
import { readValue } from "@/lib/schemas/values/entered-value";
import type { NotPasted } from "@/lib/schemas/values/tab-memory";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { isValueText, sidesOfShare } from "./paste";

// What a pasted range puts where, and what of it has no place: nothing is dropped without a word.

/** Reasons for no value by their codes and words, in the language of the page. */
export interface AnswerWords {
  yes: string;
  no: string;
  reasons: readonly (readonly [MissingReason, string])[];
}

/** A row that a line of the clipboard can go to. */
export interface PasteRow {
  code: string;
  rules: ValueRules;
  steps: readonly string[];
  /** What stands there now. */
  entered: EnteredValue;
  /** Why it takes nothing; null where it does. */
  closed: "locked" | "waiting" | null;
  /** What answers are called on this page. */
  words: AnswerWords;
  /** On this sheet: what can't be read goes into its field all the same, and is refused where it can be seen. */
  isHere: boolean;
}

export interface PastePlan {
  way: "position" | "code";
  filled: { code: string; entered: EnteredValue; isHere: boolean }[];
  not: NotPasted[];
  /**
   * By position: the last row before one that isn't shown and that a line would go to if all rows counted, so that it has to
   * be asked which are meant; null where that makes no difference.
   */
  gap: string | null;
}

const affirmative = /^(yes|y|true|ใช่)$/i;
const negative = /^(no|n|false|ไม่ใช่)$/i;
const isBlankLine = (columns: readonly string[]) => columns.every((text) => text === "");
const joined = (columns: readonly string[]) => columns.filter((text) => text !== "").join(" | ");

/** The code that a cell holds alone or before other words, as it is written in the framework. */
function codeIn(text: string, rows: ReadonlyMap<string, PasteRow>): string | undefined {
  const word = /^\S+/
    .exec(text)?.[0]
    .replace(/[:.,;]$/, "")
    .toLowerCase();
  return word && [...rows.keys()].find((code) => code.toLowerCase() === word);
}

/** By code where at least half of the lines begin with one that the report has. */
function isByCode(lines: readonly (readonly string[])[], rows: ReadonlyMap<string, PasteRow>): boolean {
  const begun = lines.filter(([first]) => first !== undefined && first !== "");
  const known = begun.filter(([first]) => codeIn(first!, rows));
  return known.length > 0 && known.length * 2 >= begun.length;
}

/**
 * Plans a paste, by the codes in the first column or, where it has none, by position: one line a row from the one where
 * the hand is, one column a field from the field where the hand is.
 * @param below the rows from the one where the hand is to the end of the report, those that aren't drawn among them
 * @param all every row of the report
 * @param column the field of the first row where the hand is: 1 for a percentage's denominator, else 0
 * @param period the report's: where a line without a code names it, in either era, the values stand under it
 * @param into by position: into the rows that are drawn, one after the other, or into all
 */
export function planPaste(
  lines: readonly string[][],
  below: readonly PasteRow[],
  all: readonly PasteRow[],
  column: number,
  period: string,
  into: "shown" | "all" = "shown",
): PastePlan {
  const byCode = new Map(all.map((row) => [row.code, row]));
  return isByCode(lines, byCode) ? planByCode(lines, byCode, period) : planByPosition(lines, below, column, into);
}

function planByPosition(
  lines: readonly string[][],
  below: readonly PasteRow[],
  column: number,
  into: "shown" | "all",
): PastePlan {
  const rows = into === "all" ? below : below.filter(({ isHere }) => isHere);
  const first = below.findIndex(({ isHere }) => !isHere);
  const reaches = first >= 0 && lines.findLastIndex((columns) => !isBlankLine(columns)) >= first;
  const plan: PastePlan = { way: "position", filled: [], not: [], gap: (reaches && below[first - 1]?.code) || null };
  lines.forEach((columns, index) => {
    if (isBlankLine(columns)) return;
    const row = rows[index];
    if (row) fill(plan, row, columns, column, index + 1);
    else {
      const because = rows.length < below.length ? "hidden" : "noRow";
      plan.not.push({ line: index + 1, text: joined(columns), code: null, because });
    }
  });
  return plan;
}

function planByCode(lines: readonly string[][], rows: ReadonlyMap<string, PasteRow>, period: string): PastePlan {
  const plan: PastePlan = { way: "code", filled: [], not: [], gap: null };
  const begin = lines.findIndex(([word]) => codeIn(word ?? "", rows));
  const columnOf = (columns: readonly string[]) => columns.findIndex((text) => namesPeriod(text, period));
  const head = lines.slice(0, begin).findIndex((columns) => columnOf(columns) > 0);
  const isOthers = head < 0 && namesOthers(lines.slice(0, begin), period);
  const first = head >= 0 ? columnOf(lines[head]!) : firstValueColumn(lines, rows);
  // Its name stands over as many columns as are blank behind it.
  const next = head >= 0 ? lines[head]!.findIndex((text, column) => column > first && text !== "") : -1;
  const end = next < 0 ? undefined : next;
  const seen = new Set<string>();
  lines.forEach((columns, index) => {
    const code = codeIn(columns[0] ?? "", rows);
    const row = code === undefined ? undefined : rows.get(code);
    if (index === head) return;
    // What stands before the period's columns is a title, or belongs to others.
    const others = head < 0 ? [] : [...columns.slice(1, first), ...(end ? columns.slice(end) : [])];
    const values = columns.slice(first, end);
    const leave = (because: NotPasted["because"]) =>
      plan.not.push({ line: index + 1, text: joined(row ? values : columns), code: row?.code ?? null, because });
    const passedOver = row ? others.filter((text) => isValue(row, text)) : [];
    if (passedOver.length > 0)
      plan.not.push({ line: index + 1, text: joined(passedOver), code: row!.code, because: "otherPeriod" });
    if (isBlankLine(row ? values : columns)) return;
    if (!row) leave(columns[0] === "" ? "noCode" : "noSuchCode");
    else if (seen.has(row.code)) leave("twice");
    else {
      seen.add(row.code);
      // Of several values one would have to be guessed: an earlier year's is as likely as this one's.
      const over = values.slice(fieldNamesOf[row.rules.type].length);
      if (isOthers) leave("otherPeriod");
      else if (head < 0 && over.some((text) => isValue(row, text))) leave("several");
      else fill(plan, row, values, 0, index + 1);
    }
  });
  return plan;
}

/** Whether the lines above the first code name a year, and the report's own isn't among them. */
function namesOthers(above: readonly string[][], period: string): boolean {
  const cells = above.flatMap((columns) => columns.filter((text, at) => at > 0 || /^\p{Nd}{4}$/u.test(text)));
  // Of the common era or the Buddhist one, whatever stands beside it.
  const years = cells.filter((text) => /(?<!\p{Nd})(?:19|20|25|๒๕)\p{Nd}{2}(?!\p{Nd})/u.test(text));
  return years.length > 0 && !years.some((text) => inCommonEra(text).includes(period));
}

/** Behind the code, and behind titles that may stand between: the first column in which one line can be read. */
function firstValueColumn(lines: readonly string[][], rows: ReadonlyMap<string, PasteRow>): number {
  const isFound = (columns: readonly string[], column: number) => {
    const code = codeIn(columns[0] ?? "", rows);
    const row = code === undefined ? undefined : rows.get(code);
    return row !== undefined && isValue(row, columns[column] ?? "");
  };
  const width = Math.max(...lines.map(({ length }) => length));
  for (let column = 1; column < width; column++) if (lines.some((columns) => isFound(columns, column))) return column;
  return 1;
}

/** Whether the text alone would do as the row's value, or as half of a percentage's. Words of a narrative don't tell. */
function isValue(row: PasteRow, text: string): boolean {
  if (text === "" || row.rules.type === "narrative") return false;
  if (reasonIn(text, row.words)) return true;
  if (row.rules.type === "percentage") return /\p{Nd}/u.test(text) && !/[a-z]{3}/i.test(text);
  const entered = enteredFrom(row, [text], 0);
  return entered !== null && readValue(row.rules, entered).ok;
}

/** One line into one row: what goes into its fields, and what is left over. */
function fill(plan: PastePlan, row: PasteRow, columns: readonly string[], from: number, line: number) {
  const { code, rules, isHere, closed } = row;
  const space = Math.max(0, fieldNamesOf[rules.type].length - from);
  const leave = (texts: readonly string[], because: NotPasted["because"], problem?: NotPasted["problem"]) => {
    if (!isBlankLine(texts)) plan.not.push({ line, text: joined(texts), code, because, ...(problem && { problem }) });
  };
  if (closed) return leave(columns, closed);
  const taken = columns.slice(0, space);
  // A column of values that runs on over a question in words is no answer to it.
  if (rules.type === "narrative" && isValueText(taken[0] ?? "")) return leave(columns, "words");
  leave(columns.slice(space), "noColumn");
  if (isBlankLine(taken)) return;
  const entered = enteredFrom(row, taken, from);
  if (!entered) return leave(taken, rules.type === "yesNo" ? "yesNo" : "step");
  const read = isHere ? null : readValue(rules, entered);
  if (read && !read.ok) return leave(taken, "problem", read.problems[0]);
  plan.filled.push({ code, entered, isHere });
}

/** Null for an answer or a step that can't be told. A blank cell leaves its field as it is: blank is not zero. */
function enteredFrom(
  { rules: { type }, entered, steps, words }: PasteRow,
  columns: readonly string[],
  from: number,
): EnteredValue | null {
  const [first = "", second = ""] = columns;
  const reason = type === "narrative" || !isBlankLine(columns.slice(1)) ? undefined : reasonIn(first, words);
  if (reason) return withReason(type, reason);
  switch (type) {
    case "number":
      return withText(type, entered, "number", first);
    case "percentage": {
      const [part, whole] = (from === 0 && second === "" && sidesOfShare(first)) || [];
      if (part !== undefined && whole !== undefined)
        return withText(type, withText(type, entered, "numerator", part), "denominator", whole);
      return columns.reduce(
        (now, text, index) => (text === "" ? now : withText(type, now, fieldNamesOf[type][from + index]!, text)),
        entered,
      );
    }
    case "yesNo":
      if (affirmative.test(first) || isWord(first, words.yes)) return withText(type, entered, "yesNo", "yes");
      return negative.test(first) || isWord(first, words.no) ? withText(type, entered, "yesNo", "no") : null;
    case "milestone": {
      const step = stepFrom(first, steps);
      return step < 0 ? null : withText(type, entered, "step", String(step));
    }
    case "narrative":
      return withText(type, entered, "text", first);
  }
}

const isWord = (text: string, word: string) => text.toLowerCase() === word.toLowerCase();

/** A reason by its word on this page, or by its code, which in two words is what English calls it: `not applicable`. */
export const reasonIn = (text: string, { reasons }: AnswerWords): MissingReason | undefined =>
  reasons.find(
    ([code, word]) =>
      isWord(text, word) ||
      isWord(text, code) ||
      isWord(
        text,
        code.replace(/[A-Z]/g, (letter) => ` ${letter}`),
      ),
  )?.[0];

/** By its title, or its number as it is shown, from 1: `4`, `4 of 5: in force`. */
function stepFrom(text: string, steps: readonly string[]): number {
  const named = steps.findIndex((title) => title.toLowerCase() === text.toLowerCase());
  if (named >= 0) return named;
  const number = Number(/^(\d{1,3})(?:$|\s*of\b)/i.exec(text)?.[1] ?? 0);
  return number >= 1 && number <= steps.length ? number - 1 : -1;
}

/**
 * Which text of a range goes where in a table of parts, from the corner where the hand is. Blank ones change nothing;
 * those outside have no place.
 */
export function planParts<Cell>(
  lines: readonly string[][],
  grid: readonly (readonly Cell[])[],
  [row, column]: readonly [number, number],
  code: string,
): { filled: { cell: Cell; text: string }[]; not: NotPasted[] } {
  const filled: { cell: Cell; text: string }[] = [];
  const not: NotPasted[] = [];
  lines.forEach((columns, down) => {
    const cells = grid[row + down];
    const over: string[] = [];
    columns.forEach((text, across) => {
      const cell = cells?.[column + across];
      if (text === "") return;
      if (cell === undefined) over.push(text);
      else filled.push({ cell, text });
    });
    if (over.length > 0) not.push({ line: down + 1, text: joined(over), code, because: cells ? "noColumn" : "noPart" });
  });
  return { filled, not };
}
