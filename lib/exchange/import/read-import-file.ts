import { CsvError, parse } from "csv-parse/sync";
import { glotip } from "@/lib/exchange/glotip/glotip";
import { decodeText } from "./decode-text";
import { FileRefusal } from "./file-refusal";
import { findHeader, type Header } from "./find-header";
import type { ImportFormat } from "./import-format";
import type { SeriesRow } from "./series-row";

/** More rows than UNODC's dataset of the whole world has. */
export const maximumRows = 150_000;

/** Formats from which a report can be imported. */
const formats: readonly ImportFormat[] = [glotip];
export const importFormats = formats.map(({ code }) => code);

interface ImportFile {
  format: string;
  rows: SeriesRow[];
}

/**
 * Reads a file from which a report is to be imported. Every row that isn't wholly blank comes back, understood or not.
 * @throws {FileRefusal} for a file that can't be read as a whole; says what is wrong with it
 */
export function readImportFile(bytes: Uint8Array): ImportFile {
  const text = decodeText(bytes);
  const header = findHeader(text, formats);
  const rows = readRows(text.slice(header.end), header);
  if (rows.length > maximumRows) throw new FileRefusal("tooManyRows", { rows: maximumRows });
  if (rows.length === 0) throw new FileRefusal("noRows", { format: header.format.code });
  return { format: header.format.code, rows };
}

function readRows(body: string, header: Header): SeriesRow[] {
  const rows: SeriesRow[] = [];
  try {
    parse(body, {
      delimiter: header.delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_records_with_empty_values: true,
      to: maximumRows + 1,
      // Rows are turned as they are read, so that all of the file's cells are never in memory at once.
      on_record: (cells: string[], { lines }) => {
        const breaks = cells.reduce((count, cell) => count + cell.split("\n").length - 1, 0);
        rows.push(rowOf(cells, header.line + lines - breaks, header));
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileRefusal("quoteBroken", { line: header.line + Number(error.lines ?? 0) });
  }
  return rows;
}

function rowOf(cells: readonly string[], line: number, { format, columns, width }: Header): SeriesRow {
  const row = format.rowOf((column) => cells[columns.get(column) ?? -1]?.trim() ?? "", line);
  // A cell too many or too few has shifted the others, so none can be trusted; blank ones too many at the end do no harm.
  const isShifted = cells.length < width || cells.slice(width).some((cell) => cell.trim() !== "");
  return isShifted ? { ...row, problem: { code: "rowIncomplete" } } : row;
}
