import { FileRefusal } from "./file-refusal";
import { columnKey, type ImportFormat } from "./import-format";

/** Titles, dates and a `sep=` line may stand above the header, but not a page of text. */
const linesSearched = 30;
const delimiters = [",", ";", "\t"];

export interface Header {
  format: ImportFormat;
  delimiter: string;
  /** The header's own line, counted from 1. */
  line: number;
  /** Where the text after the header begins. */
  end: number;
  /** Index of each of the format's columns that the file has. */
  columns: ReadonlyMap<string, number>;
  width: number;
}

const namesIn = (line: string, delimiter: string) =>
  line.split(delimiter).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );
const listed = (names: readonly string[]) =>
  names
    .filter((name) => name !== "")
    .slice(0, 25)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name))
    .join(", ");

/**
 * Finds the line that names the columns, and with it format and delimiter: the line with most columns of a known format.
 * @throws {FileRefusal} unknownFormat, columnsMissing, columnsTwice
 */
export function findHeader(text: string, formats: readonly ImportFormat[]): Header {
  const lines = text.split("\n", linesSearched);
  let best: { format: ImportFormat; delimiter: string; index: number; names: string[]; known: number } | undefined;
  for (const format of formats) {
    const keys = new Set(format.columns.map(columnKey));
    for (const [index, line] of lines.entries())
      for (const delimiter of delimiters) {
        const names = namesIn(line, delimiter);
        const known = new Set(names.map(columnKey).filter((key) => keys.has(key))).size;
        if (known > (best?.known ?? 0)) best = { format, delimiter, index, names, known };
      }
  }
  // Below half of them, naming what is missing would only mislead: it is another kind of file.
  if (!best || best.known * 2 < best.format.required.length) {
    const first = lines.find((line) => line.trim() !== "") ?? "";
    throw new FileRefusal("unknownFormat", { found: listed([first.slice(0, 200)]) });
  }

  const { format, delimiter, index, names } = best;
  const keys = names.map(columnKey);
  const twice = format.columns.filter(
    (column) => keys.indexOf(columnKey(column)) !== keys.lastIndexOf(columnKey(column)),
  );
  if (twice.length > 0) throw new FileRefusal("columnsTwice", { format: format.code, columns: listed(twice) });
  const columns = new Map(
    format.columns.flatMap((column) => {
      const at = keys.indexOf(columnKey(column));
      return at < 0 ? [] : [[column, at] as const];
    }),
  );
  const missing = format.required.filter((column) => !columns.has(column));
  if (missing.length > 0)
    throw new FileRefusal("columnsMissing", { format: format.code, missing: listed(missing), found: listed(names) });
  const end = lines.slice(0, index + 1).reduce((length, line) => length + line.length + 1, 0);
  return { format, delimiter, line: index + 1, end: Math.min(end, text.length), columns, width: names.length };
}
