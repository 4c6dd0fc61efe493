import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import type { FieldName } from "./columns";

// A report as a file that people fill in without a line, in the words of one language. Nothing here knows how it is written.

/** What says which report a file is of, and by which edition of the framework its cells were asked. */
export interface ReportStamp {
  plan: string;
  unit: string;
  period: string;
  edition: number;
}

export interface ReportFile {
  stamp: ReportStamp;
  /** BCP 47 */
  language: string;
  title: string;
  /** Who publishes it. */
  author: string;
  createdOn: IsoDate;
  /** Name of the type that cells are set in. */
  font: string;
  /** At the top of each sheet: how it is filled in, and what the framework and the values are. */
  lead: string;
  notice: string;
  /** Of the columns, by their names in `columns.ts`. */
  heads: Readonly<Record<string, string>>;
  words: { yes: string; no: string; reasons: string[]; notAllowed: string; choose: string };
  sheets: ReportSheet[];
}

/** The totals of a goal, or the parts of a disaggregation table. */
export interface ReportSheet {
  /** As a sheet may be called, each different. */
  name: string;
  title: string;
  /** Of the columns, as `goalColumns` and `tableColumns` give them; those without a word of their own have one here. */
  columns: readonly string[];
  heads: Readonly<Record<string, string>>;
  rows: ReportFileRow[];
}

/** One cell of the report. */
export interface ReportFileRow {
  indicator: string;
  cell: CellKey;
  /** 0 where it never had a value. */
  revision: number;
  rules: ValueRules;
  /** Titles of a milestone's steps, step 0 first. */
  steps: readonly string[];
  /** What is counted and how. */
  note: string;
  mayEnter: boolean;
  /** What stands beside the fields, by column. */
  shown: Readonly<Record<string, string>>;
  /** What stands in the fields: numbers as plain decimals, or `<5`. */
  fields: Readonly<Partial<Record<FieldName, string>>>;
}
