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

export const isWord = (text: string, word: string): boolean => text.toLowerCase() === word.toLowerCase();

/** One value, as a spreadsheet holds it. */
export const isValueText = (text: string): boolean => /^[\p{Nd}\s.,/%<>+-]+$/u.test(text) && /\p{Nd}/u.test(text);

/** A value, `3 of 4`, or yes or no. */
const isAnswer = (text: string): boolean =>
  /^(yes|no|y|n|true|false|ใช่|ไม่ใช่)$/i.test(text) || isValueText(text.replace(" of ", "/"));

/** Both numbers of a share: `45/60`, `45 of 60`; null for what is none. */
export function sidesOfShare(text: string): string[] | null {
  const sides = text.trim().split(/\s*\/\s*|\s+of\s+/i);
  return sides.length === 2 && sides.every(isValueText) ? sides : null;
}

/** Lines that bring shares alone take two columns a cell, for both numbers of each. */
export const sharesInColumns = (lines: readonly (readonly string[])[]): string[][] =>
  lines.map((columns) =>
    columns.every((text) => text === "" || sidesOfShare(text))
      ? columns.flatMap((text) => sidesOfShare(text) ?? ["", ""])
      : [...columns],
  );

/**
 * Whether what is pasted on words, and brings no codes, is a text. Only one line or one column of nothing but values and
 * answers is a part of the sheet: words may stand behind years and numbers, parted by tabs, and so may a table be.
 */
export function isProse(rows: readonly (readonly string[])[]): boolean {
  const isLine = rows.length === 1 || rows.every(({ length }) => length === 1);
  return !isLine || rows.flat().some((text) => text !== "" && !isAnswer(text));
}

/** A pasted text as a field of words takes it: tabs as spaces, and a cell that holds lines without its quotation marks. */
export function pastedWords(text: string): string {
  const [[cell = "", ...across] = [], ...down] = pastedCells(text);
  const isCell = across.length === 0 && down.length === 0 && cell.includes("\n");
  return (isCell ? cell : text.replace(/\r\n?/g, "\n").replace(/\n$/, "")).replace(/\t/g, " ");
}

export const isTextField = (field: EventTarget | null): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === "text";

/** Nothing of what stands in a field is to stay: nobody is within its text, or all of that is marked. */
export const isAllGiven = (field: EventTarget | null): boolean =>
  isTextField(field) &&
  (field.dataset.editing === undefined || (field.selectionStart === 0 && field.selectionEnd === field.value.length));
