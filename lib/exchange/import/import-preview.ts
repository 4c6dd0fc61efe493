import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { PartsFinding } from "@/lib/domain/values/parts";
import type { Value } from "@/lib/domain/values/value";
import type { IgnoredReason, UnmatchedReason } from "./row-reason";
import type { SeriesRow } from "./series-row";

/** A value that the file gives for a cell, with the lines on which it stands. */
export interface FileValue {
  value: Value;
  lines: number[];
}

/** A cell for which the file has one value. */
export interface ImportedCell extends FileValue {
  indicator: string;
  cell: CellKey;
  /** The cell's revision when the preview was made; 0 where it never had a value. */
  revision: number;
}

/** A cell about which a person has to decide: keep what is there (or leave it blank), or take one of the file's values. */
export interface CellConflict {
  indicator: string;
  cell: CellKey;
  revision: number;
  /** Undefined where the cell is blank and only the file contradicts itself. */
  present: Value | undefined;
  /** The file's different values, in the order of their lines; a single one where it differs from the present value. */
  choices: FileValue[];
}

export interface UnplacedRow<R extends IgnoredReason | UnmatchedReason> {
  row: SeriesRow;
  reason: R;
}

/** What importing a file into a report would do. Each row of the file stands in exactly one of the five groups of `counts`. */
export interface ImportPreview {
  rows: number;
  /** Blank cells that get a value. */
  imported: ImportedCell[];
  /** Cells that have this value already. */
  same: ImportedCell[];
  conflicts: CellConflict[];
  /** Rows of other countries and years. */
  ignored: UnplacedRow<IgnoredReason>[];
  /** Rows of this report that find no place in it. */
  unmatched: UnplacedRow<UnmatchedReason>[];
  /** Rows, not cells: a row that two indicators draw on counts once, where it asks most of a person. */
  counts: { imported: number; same: number; conflicts: number; ignored: number; unmatched: number };
  /** What the imported report's parts and totals would say, by indicator. Cells in conflict count as they are now. */
  findings: { indicator: string; findings: PartsFinding[] }[];
}
