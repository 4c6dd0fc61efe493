import type { EnteredField } from "../report/report-upload";
import type { SeriesRow } from "./series-row";

/** A format from which a report can be imported: which columns make it, and what a row of them means. */
export interface ImportFormat<Row = SeriesRow> {
  code: string;
  /** Every column that it reads, as its publisher writes it. */
  columns: readonly string[];
  /** Those without which a row can't be understood. */
  required: readonly string[];
  /**
   * @param cell the trimmed text under a column; empty where the file has no such column
   * @param flaw of a workbook: what makes the cell under a column no plain answer
   */
  rowOf(cell: (column: string) => string, line: number, flaw?: (column: string) => EnteredField["flaw"]): Row;
}

/** `Iso3_code`, `ISO3 code` and `iso3code` are one column. */
export const columnKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
