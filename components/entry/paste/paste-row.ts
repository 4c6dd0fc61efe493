import { fieldNamesOf, withReason, withText } from "@/components/entry/state/entered";
import type { MissingReason } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { readValue } from "@/lib/schemas/values/entered-value";
import { stepByNumber } from "@/lib/schemas/values/step-number";
import type { NotPasted } from "@/lib/schemas/values/tab-memory";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { isValueText, isWord, sidesOfShare } from "./paste";

// What a text of a pasted range is to a row, and what of it has no place: nothing is dropped without a word.

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
  /** By position: a year in the first line, which is the head of its column or a value, as somebody has to say; null for none. */
  year: string | null;
  /** Heads of columns with values that are others than this period's; by position the head of what was taken. */
  passed: readonly string[];
}

const affirmative = /^(yes|y|true|ใช่)$/i;
const negative = /^(no|n|false|ไม่ใช่)$/i;
export const isBlankLine = (columns: readonly string[]) => columns.every((text) => text === "");
export const joined = (columns: readonly string[]) => columns.filter((text) => text !== "").join(" | ");

/** The code that a cell holds alone or before other words, as it is written in the framework. */
export function codeIn(text: string, rows: ReadonlyMap<string, PasteRow>): string | undefined {
  const word = /^\S+/
    .exec(text)?.[0]
    .replace(/[:.,;]$/, "")
    .toLowerCase();
  return word && [...rows.keys()].find((code) => code.toLowerCase() === word);
}

/** Whether the text alone would do as the row's value, or as half of a percentage's. Words of a narrative don't tell. */
export function isValue(row: PasteRow, text: string): boolean {
  if (text === "" || row.rules.type === "narrative") return false;
  if (reasonIn(text, row.words)) return true;
  if (row.rules.type === "percentage") return /\p{Nd}/u.test(text) && !/[a-z]{3}/i.test(text);
  const entered = enteredFrom(row, [text], 0);
  return entered !== null && readValue(row.rules, entered).ok;
}

/** A share in one cell needs no second one. */
export const spaceFor = ({ rules: { type } }: PasteRow, [first = ""]: readonly string[]): number =>
  type === "percentage" && sidesOfShare(first) ? 1 : fieldNamesOf[type].length;

/** One line into one row: what goes into its fields, and what is left over. */
export function fill(plan: PastePlan, row: PasteRow, columns: readonly string[], from: number, line: number) {
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

/** By its title, or its number. */
function stepFrom(text: string, steps: readonly string[]): number {
  const named = steps.findIndex((title) => title.toLowerCase() === text.toLowerCase());
  return named >= 0 ? named : stepByNumber(text, steps.length);
}
