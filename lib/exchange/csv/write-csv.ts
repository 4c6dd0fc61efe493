import { stringify } from "csv-stringify/sync";
import { longCells, longColumns } from "../long-form";
import type { ShownRow } from "./shown-row";

/** Rows written in one go, so that others get their turn in between and memory holds a piece only. */
const rowsAtOnce = 1_000;

/** Without it Excel misreads every script but Latin. */
const byteOrderMark = "\ufeff";

/** `quoted_match`: a line break of the other kind than the file's ends a line for many readers too. */
const write = (cells: string[][]) => stringify(cells, { record_delimiter: "windows", quoted_match: /[\r\n]/ });

/** A whole file of rows. */
export const csvText = (rows: string[][]): string => byteOrderMark + write(rows);

const head = () => csvText([longColumns.map(({ name }) => name)]);

/**
 * What a page shows as CSV: long form, one row a value, UTF-8 with a byte order mark. Text that a spreadsheet would run as
 * a formula gets an apostrophe in front.
 */
export function writeCsv(rows: readonly ShownRow[]): string {
  const pieces = [head()];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    pieces.push(write(rows.slice(start, start + rowsAtOnce).map(longCells)));
  }
  return pieces.join("");
}

/** The same file piece by piece, for more rows than should be in memory at once. */
export async function* streamCsv(rows: AsyncIterable<ShownRow> | Iterable<ShownRow>): AsyncGenerator<string> {
  yield head();
  let cells: string[][] = [];
  for await (const row of rows) {
    cells.push(longCells(row));
    if (cells.length < rowsAtOnce) continue;
    yield write(cells);
    cells = [];
  }
  if (cells.length > 0) yield write(cells);
}
