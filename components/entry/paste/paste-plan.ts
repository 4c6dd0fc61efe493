// Long, for it is one reading: by position, by code and in parts follow the same rules of what a text is.

import { blankEntered, fieldNamesOf, withReason, withText } from "@/components/entry/state/entered";
import type { MissingReason } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import type { HeadWords } from "@/lib/i18n/head-words";
import { readValue } from "@/lib/schemas/values/entered-value";
import type { NotPasted } from "@/lib/schemas/values/tab-memory";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { isValueText, sidesOfShare } from "./paste";
import { isWordy, type PasteHeads, type PasteRole, readHeads, saysOfColumns } from "./paste-heads";

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
  /** Heads of columns with values that are others than this period's. */
  passed: readonly string[];
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

/** By code where at least half of the lines begin with one that the report has, titles and heads above them aside. */
function isByCode(lines: readonly (readonly string[])[], rows: ReadonlyMap<string, PasteRow>): boolean {
  const begin = lines.findIndex((columns) => !isWordy(columns) || codeIn(columns[0] ?? "", rows));
  const begun = lines.slice(Math.max(0, begin)).filter(([first]) => first !== undefined && first !== "");
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
 * @param heads what the product heads values with
 * @param into by position: into the rows that are drawn, one after the other, or into all
 */
export function planPaste(
  lines: readonly string[][],
  below: readonly PasteRow[],
  all: readonly PasteRow[],
  column: number,
  period: string,
  heads: HeadWords,
  into: "shown" | "all" = "shown",
): PastePlan {
  const byCode = new Map(all.map((row) => [row.code, row]));
  return isByCode(lines, byCode)
    ? planByCode(lines, byCode, period, heads)
    : planByPosition(lines, below, column, into);
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
  const plan: PastePlan = {
    way: "position",
    filled: [],
    not: [],
    gap: (reaches && below[first - 1]?.code) || null,
    passed: [],
  };
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

interface Candidate {
  row: PasteRow;
  line: number;
  texts: readonly string[];
  /** The heads above it; null where no line above says what the columns are. */
  heads: PasteHeads | null;
}

function planByCode(
  lines: readonly string[][],
  rows: ReadonlyMap<string, PasteRow>,
  period: string,
  words: HeadWords,
): PastePlan {
  const plan: PastePlan = { way: "code", filled: [], not: [], gap: null, passed: [] };
  const coded = lines.map(([word]) => rows.get(codeIn(word ?? "", rows) ?? ""));
  const width = Math.max(...lines.map(({ length }) => length));
  const bare: Candidate[] = [];
  const found: Candidate[] = [];
  const passed = new Set<string>();
  let heads: ReturnType<typeof readHeads> = null;
  let above: number[] = [];
  const outside = (index: number) => {
    const columns = lines[index]!;
    if (isBlankLine(columns)) return;
    const because = columns[0] === "" ? "noCode" : "noSuchCode";
    plan.not.push({ line: index + 1, text: joined(columns), code: null, because });
  };
  lines.forEach((columns, index) => {
    const row = coded[index];
    if (!row) {
      above.push(index);
      return;
    }
    if (above.length > 0) {
      // A second table below may have other columns; a title between two rows says nothing of them.
      const own = above.map((at) => lines[at]!);
      const isFirst = above[0] === 0;
      const isNew = isFirst || saysOfColumns(own, words, period);
      if (isNew) heads = readHeads(own, words, period, width);
      for (const at of above) if (!isNew || !isWordy(lines[at]!)) outside(at);
      if (heads === "otherPeriod" || heads === "unnamed") {
        const said = above.findLast((at) => !isBlankLine(lines[at]!) && isWordy(lines[at]!));
        if (isNew && said !== undefined)
          plan.not.push({ line: said + 1, text: joined(lines[said]!), code: null, because: heads });
      }
      above = [];
    }
    if (heads === "otherPeriod" || heads === "unnamed") return;
    const candidate = { row, line: index + 1, texts: columns, heads };
    (heads ? found : bare).push(candidate);
    for (let column = 1; heads && column < columns.length; column++)
      if (!heads.taken.has(column) && isValue(row, columns[column]!)) passed.add(heads.nameOf(column));
  });
  for (const at of above) outside(at);
  const first = firstValueColumn(lines, rows);
  const alone = bare.map(({ texts, ...each }) => ({ ...each, texts: texts.slice(first) }));
  // Of several columns one would have to be guessed: an earlier year's is as likely as this one's, in every line.
  const spaces = Math.max(0, ...alone.map(({ row, texts }) => spaceFor(row, texts)));
  const isGuess = alone.some(({ row, texts }) => texts.slice(spaceFor(row, texts)).some((text) => isValue(row, text)));
  const isBlankBehind =
    width - first > spaces && alone.every(({ texts }) => texts.length > spaces && isBlankLine(texts.slice(spaces)));
  const all = [...found, ...alone].filter(({ heads, texts }) => !isBlankLine(heads ? heads.of(texts) : texts));
  for (const { row, line, texts, heads } of all.sort((one, other) => one.line - other.line)) {
    const leave = (because: NotPasted["because"]) =>
      plan.not.push({ line, text: joined(heads ? heads.of(texts) : texts), code: row.code, because });
    const same = all.filter((each) => each.row === row);
    const isTwice = same.some((each) => joined(each.texts.slice(heads ? 1 : 0)) !== joined(texts.slice(heads ? 1 : 0)));
    if (isTwice) leave("twice");
    else if (same[0]!.line !== line) continue;
    else if (!heads && (isGuess || isBlankBehind)) leave("several");
    else if (heads) fillByHeads(plan, row, texts, heads, line);
    else fill(plan, anew(row, texts), texts, 0, line);
  }
  return { ...plan, passed: [...passed] };
}

/** A share in one cell needs no second one. */
const spaceFor = ({ rules: { type } }: PasteRow, [first = ""]: readonly string[]): number =>
  type === "percentage" && sidesOfShare(first) ? 1 : fieldNamesOf[type].length;

/** One number for a share is no numerator over the denominator that stands there: it asks for both. */
const anew = (row: PasteRow, [, second = ""]: readonly string[]): PasteRow =>
  second === "" ? { ...row, entered: blankEntered(row.rules.type) } : row;

function fillByHeads(plan: PastePlan, row: PasteRow, columns: readonly string[], heads: PasteHeads, line: number) {
  const { code, rules, isHere, closed, words } = row;
  const at = (role: PasteRole) => heads.in(role, columns);
  const leave = (texts: readonly string[], because: NotPasted["because"]) =>
    plan.not.push({ line, text: joined(texts), code, because });
  const share = [...at("numerator"), ...at("denominator")];
  const isShare = rules.type === "percentage" && !isBlankLine(share);
  if (rules.type !== "percentage" && !isBlankLine(share)) leave(share, "noColumn");
  const both = [at("numerator")[0] ?? "", at("denominator")[0] ?? ""];
  const texts = isShare ? both : at("value");
  const reason = joined(at("reason"));
  if (reason === "" && !(rules.type === "narrative" && reasonIn(texts[0] ?? "", words))) {
    if (!isBlankLine(texts)) fill(plan, isShare ? row : anew(row, texts), texts, 0, line);
    return;
  }
  const missing = reasonIn(reason || texts[0]!, words);
  if (closed) leave([...texts, reason], closed);
  else if (!missing || (reason !== "" && !isBlankLine(texts))) leave([...texts, reason], "reason");
  else plan.filled.push({ code, entered: withReason(rules.type, missing), isHere });
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
  const space = Math.max(0, (from === 0 ? spaceFor(row, columns) : fieldNamesOf[rules.type].length) - from);
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
