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

/** One figure, as a spreadsheet holds it. */
export const isFigureText = (text: string): boolean => /^[\p{Nd}\s.,/%<>+-]+$/u.test(text) && /\p{Nd}/u.test(text);

/** Lines of a text, though one of them may be a year: there are no columns, and it begins with words. */
export function isProse(rows: readonly (readonly string[])[]): boolean {
  const first = rows.find(([text]) => text !== "")?.[0] ?? "";
  return rows.every(({ length }) => length === 1) && !isFigureText(first);
}
