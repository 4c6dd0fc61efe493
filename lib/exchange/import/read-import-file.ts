import { CsvError, parse } from "csv-parse/sync";
import type { ReadSoFar } from "@/lib/views/import-view";
import { isReportWorkbook, readReportWorkbook } from "../report/read-report-workbook";
import { type ReportCsvRow, reportCsv, uploadOfCsv } from "../report/report-csv";
import type { ReportUpload } from "../report/report-upload";
import { openWorkbook } from "../xlsx/read/open-workbook";
import { decodeText, isWorkbook, maximumBytes } from "./decode-text";
import { FileRefusal } from "./file-refusal";
import { findHeader, type Header } from "./find-header";
import type { ImportFormat } from "./import-format";
import { readDataset } from "./read-dataset";
import type { SeriesRow } from "./series-row";
import { spellingKey } from "./spelling";

/** More rows than UNODC's dataset of the whole world has. */
export const maximumRows = 150_000;

/** What the column `Dimension` says the column `Category` is about. `Total` is about nothing. */
const dimensionOf: ReadonlyMap<string, string> = new Map([
  ["form of exploitation", "form"],
  ["citizenship", "citizenship"],
  ["country of repatriation", "repatriation"],
]);
const isTotal = (text: string) => spellingKey(text) === "total";

/**
 * UNODC's dataset on trafficking in persons (GLOTIP), in long form: a count by country, series, one dimension or the
 * total, sex, age and year. `Total` in a column sums over it. A blank is a blank: it narrows the value to nobody knows what.
 */
const glotip: ImportFormat = {
  code: "glotip",
  columns: [
    "Iso3_code",
    "Country",
    "Indicator",
    "Dimension",
    "Category",
    "Sex",
    "Age",
    "Year",
    "Unit of measurement",
    "txtVALUE",
  ],
  required: ["Iso3_code", "Indicator", "Dimension", "Category", "Sex", "Age", "Year", "txtVALUE"],
  rowOf(cell, line) {
    const about = cell("Dimension");
    const dimension = dimensionOf.get(spellingKey(about).replace(/^by /, ""));
    // A category where the dimension is the total is a contradiction, not a total.
    const isUnderstood = dimension !== undefined || (isTotal(about) && isTotal(cell("Category")));
    const narrowed = [
      { dimension: "sex", text: cell("Sex") },
      { dimension: "age", text: cell("Age") },
      ...(dimension === undefined ? [] : [{ dimension, text: cell("Category") }]),
    ];
    return {
      line,
      countryCode: cell("Iso3_code"),
      countryName: cell("Country"),
      year: cell("Year"),
      series: cell("Indicator"),
      unit: cell("Unit of measurement"),
      categories: narrowed.filter(({ text }) => !isTotal(text)),
      value: cell("txtVALUE"),
      ...(!isUnderstood && { problem: { code: "dimensionUnknown", text: isTotal(about) ? cell("Category") : about } }),
    };
  },
};

/** Formats of others' data, from which a report can be imported. */
const formats: readonly ImportFormat[] = [glotip];
export const importFormats = formats.map(({ code }) => code);

/** A file as it is read: rows of a dataset, or what a report's own file says. */
export type ReadFile = { format: string; rows: SeriesRow[] } | { format: "report"; upload: ReportUpload };

type AnyRow = SeriesRow | ReportCsvRow;
const anyFormat = [...formats, reportCsv] as readonly ImportFormat<AnyRow>[];
const isOfReport = (rows: readonly AnyRow[]): rows is ReportCsvRow[] => rows.every((row) => "cells" in row);

/**
 * Reads a file from which a report is to be imported. Every row that isn't wholly blank comes back, understood or not.
 * @param read told how far the reading is
 * @throws {FileRefusal} for a file that can't be read as a whole; says what is wrong with it
 */
export function readImportFile(bytes: Uint8Array, read?: (soFar: ReadSoFar) => void): ReadFile {
  if (isWorkbook(bytes)) {
    if (bytes.length > maximumBytes) throw new FileRefusal("tooLarge", { megabytes: maximumBytes / 1024 / 1024 });
    const workbook = openWorkbook(bytes);
    if (isReportWorkbook(workbook)) return { format: "report", upload: readReportWorkbook(workbook) };
    const { format, rows } = readDataset(workbook, anyFormat, maximumRows, read);
    return fileOf(format, rows);
  }
  const text = decodeText(bytes);
  const header = findHeader(text, anyFormat);
  const rows = readRows(text.slice(header.end), header);
  if (rows.length > maximumRows) throw new FileRefusal("tooManyRows", { rows: maximumRows });
  if (rows.length === 0) throw new FileRefusal("noRows", { format: header.format.code });
  return fileOf(header.format.code, rows);
}

const fileOf = (format: string, rows: AnyRow[]): ReadFile =>
  isOfReport(rows) ? { format: "report", upload: uploadOfCsv(rows) } : { format, rows: rows as SeriesRow[] };

function readRows<Row extends AnyRow>(body: string, header: Header<Row>): Row[] {
  const rows: Row[] = [];
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

function rowOf<Row>(cells: readonly string[], line: number, { format, columns, width }: Header<Row>): Row {
  const row = format.rowOf((column) => cells[columns.get(column) ?? -1]?.trim() ?? "", line);
  // A cell too many or too few has shifted the others, so none can be trusted; blank ones too many at the end do no harm.
  const isShifted = cells.length < width || cells.slice(width).some((cell) => cell.trim() !== "");
  return isShifted ? { ...row, problem: { code: "rowIncomplete" } } : row;
}
