import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import { type LongColumnName, longCells, longColumns } from "@/lib/exchange/long-form";
import { mostRows } from "@/lib/exchange/xlsx/limits";
import type { LongSheet } from "@/lib/exchange/xlsx/workbook";
import type { PublicationDocument } from "../document";
import * as looks from "./cell-looks";
import { printOf } from "./sheet-print";

const narrow = 12;
const widths: Partial<Record<LongColumnName, number>> = {
  indicator_title: 50,
  unit_name: 18,
  cell: 24,
  cell_name: 28,
  status: 20,
  status_reason: 20,
  notice: 60,
  definition_version: 18,
  measure: 16,
  missing_reason: 18,
};

/** Rows as they come on sheets: more than one sheet can hold go on to the next. */
export function rowsBySheet(rows: readonly ShownRow[], most = mostRows - 1): (readonly ShownRow[])[] {
  const sheets = [];
  for (let start = 0; start === 0 || start < rows.length; start += most) sheets.push(rows.slice(start, start + most));
  return sheets;
}

/** The CSV file as a sheet: the same cells, in the same order. Days are dates, shown year first. */
export function dataSheet(rows: readonly ShownRow[], name: string, document: PublicationDocument): LongSheet {
  return {
    kind: "long",
    name,
    columns: longColumns.map((column) => ({ ...column, width: widths[column.name] ?? narrow })),
    headStyle: { ...looks.head, wrap: false },
    rowCount: rows.length,
    row: (index) => longCells(rows[index]!),
    frozen: { rows: 1, columns: 2 },
    print: printOf(document, { repeated: { first: 0, last: 0 } }),
  };
}
