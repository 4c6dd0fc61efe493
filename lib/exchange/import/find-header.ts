import { FileRefusal } from "./file-refusal";
import { columnKey, type ImportFormat } from "./import-format";

/** Titles, dates and a `sep=` line may stand above the header, but not a page of text. */
const linesSearched = 30;
const delimiters = [",", ";", "\t"];

/** Which format a file is in, and where its columns stand. */
export interface Columns<Row> {
  format: ImportFormat<Row>;
  /** Index of each of the format's columns that the file has. */
  columns: ReadonlyMap<string, number>;
  width: number;
}

export interface Header<Row> extends Columns<Row> {
  delimiter: string;
  /** The header's own line, counted from 1. */
  line: number;
  /** Where the text after the header begins. */
  end: number;
}

const namesIn = (line: string, delimiter: string) =>
  line.split(delimiter).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );
export const listed = (names: readonly string[]) =>
  names
    .filter((name) => name !== "")
    .slice(0, 25)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name))
    .join(", ");

interface Candidate<Row> {
  format: ImportFormat<Row>;
  names: readonly string[];
  /** Columns of the format that it names. */
  known: number;
}

function candidates<Row>(names: readonly string[], formats: readonly ImportFormat<Row>[]): Candidate<Row>[] {
  return formats.map((format) => {
    const keys = new Set(format.columns.map(columnKey));
    return { format, names, known: new Set(names.map(columnKey).filter((key) => keys.has(key))).size };
  });
}

/** Below half of the columns that are needed, naming what is missing would only mislead: it is another kind of file. */
const isHeader = <Row>({ known, format }: Candidate<Row>) => known * 2 >= format.required.length;

/**
 * The columns of a row that names those of a format; null for a row that doesn't.
 * @throws {FileRefusal} columnsMissing, columnsTwice
 */
export function headerOf<Row>(names: readonly string[], formats: readonly ImportFormat<Row>[]): Columns<Row> | null {
  const [best] = candidates(names, formats).sort((one, other) => other.known - one.known);
  return best && isHeader(best) ? columnsOf(best) : null;
}

/**
 * Finds the line that names the columns, and with it format and delimiter: the line with most columns of a known format.
 * @throws {FileRefusal} unknownFormat, columnsMissing, columnsTwice
 */
export function findHeader<Row>(text: string, formats: readonly ImportFormat<Row>[]): Header<Row> {
  const lines = text.split("\n", linesSearched);
  let best: (Candidate<Row> & { delimiter: string; index: number }) | undefined;
  for (const [index, line] of lines.entries())
    for (const delimiter of delimiters)
      for (const candidate of candidates(namesIn(line, delimiter), formats))
        if (candidate.known > (best?.known ?? 0)) best = { ...candidate, delimiter, index };
  if (!best || !isHeader(best)) {
    const first = lines.find((line) => line.trim() !== "") ?? "";
    throw new FileRefusal("unknownFormat", { found: listed([first.slice(0, 200)]) });
  }
  const { delimiter, index } = best;
  const end = lines.slice(0, index + 1).reduce((length, line) => length + line.length + 1, 0);
  return { ...columnsOf(best), delimiter, line: index + 1, end: Math.min(end, text.length) };
}

function columnsOf<Row>({ format, names }: Candidate<Row>): Columns<Row> {
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
  return { format, columns, width: names.length };
}
