import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { FilePlace } from "@/lib/views/import-view";
import type { FieldName } from "./columns";
import type { ReportStamp } from "./report-file";

// What somebody sent back of a report's file, before anything is known of the report.

/** What stands in a field that may be filled in, and where. */
export interface EnteredField {
  text: string;
  /** `F12`, or a line. */
  at: string;
  /** What makes it no plain answer: worked out by a formula, with or without a number; an error; a date. */
  flaw: "formula" | "formulaBroken" | "error" | "date" | null;
}

/** A cell of the report as the file has it; blank fields are left out. */
export interface ReportEntry {
  indicator: string;
  cell: CellKey;
  /** The one that the cell had when the file was made; 0 for none. */
  revision: number;
  sheet: string | null;
  /** Where the row stands. */
  at: string;
  fields: Partial<Record<FieldName, EnteredField>>;
  /** Fields that the file offers for it. */
  open: readonly FieldName[];
  /** What the row shows, where that is another cell than its hidden key's: nobody knows which one was meant. */
  found?: string;
}

export interface ReportUpload {
  stamp: ReportStamp;
  entries: ReportEntry[];
  /** What was changed though it isn't to be filled in, and rows that aren't the report's: never used, and named. */
  touched: Omit<FilePlace, "file">[];
}
