import type { IndicatorType } from "@/lib/domain/indicator";
import type { EnteredValue } from "@/lib/schemas/value";
import { type FieldName, withText } from "./entered";

/**
 * Cells of a spreadsheet as the clipboard holds them: lines of columns parted by tabs, a cell that holds a tab, a line
 * break or a quotation mark in quotation marks. The empty line that ends a copied range is no cell.
 */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < plain.length; at++) {
    const letter = plain[at]!;
    if (quoted && letter === '"' && plain[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (quoted ? letter === '"' : letter === '"' && cell === "" && closes(plain, at)) quoted = !quoted;
    else if (!quoted && (letter === "\t" || letter === "\n")) {
      rows.at(-1)!.push(cell.trim());
      cell = "";
      if (letter === "\n") rows.push([]);
    } else cell += letter;
  }
  rows.at(-1)!.push(cell.trim());
  return rows;
}

/** Whether the cell that begins with a quotation mark ends with one; else it is a letter like others. */
function closes(text: string, from: number): boolean {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || text[at + 1] === "\t" || text[at + 1] === "\n";
  }
  return false;
}

export const isRange = (rows: readonly (readonly string[])[]): boolean => rows.length > 1 || (rows[0]?.length ?? 0) > 1;

export interface PasteTarget {
  code: string;
  type: IndicatorType;
  steps: readonly string[];
  /** What stands there now. */
  typed: EnteredValue;
  mayEnter: boolean;
}

export interface Pasted {
  filled: { code: string; entered: EnteredValue }[];
  /** Rows that take nothing, or not that. */
  skipped: string[];
}

const affirmative = /^(yes|y|true)$/i;
const negative = /^(no|n|false)$/i;
const quotient = /^(.*?)\s*(?:\/|\bof\b)\s*(.*)$/i;

/**
 * What a pasted range puts into the rows from the one where the hand is, one line a row. A blank cell leaves its row as
 * it is: blank is not zero. Text that can't be a value goes into its field and is refused there, where it can be seen.
 * @param field the field where the hand is, for the first row
 */
export function pasteDown(lines: readonly string[][], targets: readonly PasteTarget[], field: FieldName): Pasted {
  const pasted: Pasted = { filled: [], skipped: [] };
  lines.slice(0, targets.length).forEach((columns, index) => {
    const target = targets[index]!;
    if (columns.every((text) => text === "")) return;
    const entered = target.mayEnter ? enteredFrom(target, columns, field) : null;
    if (entered) pasted.filled.push({ code: target.code, entered });
    else pasted.skipped.push(target.code);
  });
  return pasted;
}

function enteredFrom(
  { type, typed, steps }: PasteTarget,
  columns: readonly string[],
  field: FieldName,
): EnteredValue | null {
  const [first = "", second] = columns;
  switch (type) {
    case "number":
      return withText(type, typed, "number", first);
    case "percentage": {
      const [, part, whole] = second === undefined ? (quotient.exec(first) ?? []) : ["", first, second];
      if (part === undefined || whole === undefined)
        return withText(type, typed, field === "denominator" ? "denominator" : "numerator", first);
      return withText(type, withText(type, typed, "numerator", part), "denominator", whole);
    }
    case "yesNo":
      if (affirmative.test(first)) return withText(type, typed, "yesNo", "yes");
      return negative.test(first) ? withText(type, typed, "yesNo", "no") : null;
    case "milestone": {
      const step = stepFrom(first, steps);
      return step < 0 ? null : withText(type, typed, "step", String(step));
    }
    case "narrative":
      return withText(type, typed, "text", columns.join(" ").trim());
  }
}

/** By its title, or its number as it is shown, from 1: `4`, `4 of 5: in force`. */
function stepFrom(text: string, steps: readonly string[]): number {
  const named = steps.findIndex((title) => title.toLowerCase() === text.toLowerCase());
  if (named >= 0) return named;
  const number = Number(/^(\d{1,3})(?:$|\s*of\b)/i.exec(text)?.[1] ?? 0);
  return number >= 1 && number <= steps.length ? number - 1 : -1;
}

/** Which text of a range goes where in a grid, from the corner where the hand is; blank ones and those outside fall away. */
export function pasteAcross<Cell>(
  lines: readonly string[][],
  grid: readonly (readonly Cell[])[],
  [row, column]: readonly [number, number],
): { cell: Cell; text: string }[] {
  return lines.flatMap((columns, down) =>
    columns.flatMap((text, across) => {
      const cell = grid[row + down]?.[column + across];
      return cell === undefined || text === "" ? [] : [{ cell, text }];
    }),
  );
}
