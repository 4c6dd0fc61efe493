import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { PartsFinding } from "@/lib/domain/values/parts";
import type { Value } from "@/lib/domain/values/value";
import type { Message } from "@/lib/schemas/forms/form-state";
import type { SeenPreview } from "@/lib/schemas/imports/import-answers";
import type { Scale } from "./public-value";
import type { DimensionView } from "./report-view";

/** What importing a file into a report would do, as its page shows it. Answers to it are an `importResolution`. */
export interface ImportView {
  /** Names the file when the answers are sent. */
  sha256: string;
  fileName: string;
  format: string;
  rows: number;
  /** Rows of the file; each stands in exactly one group. */
  counts: { imported: number; same: number; conflicts: number; ignored: number; unmatched: number };
  /** Blank cells that get a value, unless the answer is to keep them blank. */
  imported: ImportCell[];
  /** Cells that have the file's value already. */
  same: ImportCell[];
  /** Cells about which a person decides. */
  conflicts: ImportConflict[];
  /** Rows of this report that find no place in it, with the reason; the first of many. */
  unmatched: UnmatchedRow[];
  /** Rows for other countries and years, gathered by reason; those of most rows. */
  ignored: { reason: Message; rows: number }[];
  /** Of a report's own file: cells that it had a value for when it was made, and has none any more. Cleared only where that is chosen. */
  cleared: ClearedCell[];
  /** The same: cells whose entry can't be used, with the reason; the first of many, all of which `counts` has as `unmatched`. */
  problems: CellProblem[];
  /** The same: filled cells of indicators that aren't this person's. Whether the report has the same is never looked at. */
  notYours: number;
  /** The same: cells that the file leaves as they were, and that the report has other values for by now. They stay as they are. */
  overtaken: number;
  /** The same: what was worked out by formulas, whose number is taken. */
  formulas: FilePlace[];
  /** The same: what was changed though it isn't to be filled in. It is never used. */
  touched: FilePlace[];
  /** What parts and totals would say afterwards; cells in conflict count as they are now. */
  findings: { indicator: string; findings: PartsFinding[] }[];
  /** Those that the file has values for, in the framework's order. */
  indicators: { code: string; title: string; unit: string | null; scale: Scale }[];
  /** The plan's, to name the cells. */
  dimensions: DimensionView[];
}

/** What of a file wasn't imported, once the rest was. */
export type LeftView = Pick<ImportView, "problems" | "unmatched" | "ignored" | "counts" | "indicators" | "dimensions">;

/** Where something stands in a file: in a cell of a sheet, or on a line. */
export interface FilePlace {
  /** Named where there are several. */
  file: string | null;
  /** Null where the file is no workbook. */
  sheet: string | null;
  /** `F12`, or a line. */
  at: string;
}

/** A value with the first lines of the file on which it stands, and how many more there are. */
export interface ImportValue {
  value: Value;
  lines: number[];
  moreLines: number;
  /** Of the lines, where they are rows of a report's own file: its entries are numbered over all of its sheets. */
  places?: FilePlace[];
}

export interface ImportCell extends ImportValue {
  indicator: string;
  cell: CellKey;
  revision: number;
  /** What is there, where the file changes it: of a report's own file, whose reader saw that value. */
  present?: Value;
}

export interface ClearedCell {
  indicator: string;
  cell: CellKey;
  revision: number;
  present: Value;
  place: FilePlace;
}

export interface CellProblem {
  indicator: string;
  cell: CellKey;
  place: FilePlace;
  /** As it stands in the file. */
  text: string;
  /** A key of the namespace `errors` for what is wrong with a value, else of `import.entry`. */
  about: "value" | "entry";
  message: Message;
}

export interface ImportConflict {
  indicator: string;
  cell: CellKey;
  revision: number;
  /** Null where the cell is blank and only the file contradicts itself. */
  present: Value | null;
  choices: ImportValue[];
  /** Of reports' own files: where the value that is there was taken out, so that clearing the cell is a choice too. */
  cleared?: FilePlace;
}

export interface UnmatchedRow {
  line: number;
  series: string;
  /** What narrows the value, as the file writes it. */
  categories: string[];
  value: string;
  /** A key of the namespace `import`, under `reason`. */
  reason: Message;
  /** What is wrong with the value, in the namespace `errors`, where that is the reason. */
  problem: Message | null;
}

/** How far a large file is read. */
export interface ReadSoFar {
  rows: number;
  /** Of its sheet, from 0 to 1. */
  share: number;
}

export const leftOf = ({ problems, unmatched, ignored, counts, indicators, dimensions }: ImportView): LeftView => ({
  problems,
  unmatched,
  ignored,
  counts,
  indicators,
  dimensions,
});

/** What the preview showed, as its answers say it again. */
export const seenOf = ({ imported, conflicts, cleared }: ImportView): SeenPreview => ({
  imported: imported.map(({ indicator, cell, revision, lines }) => ({ indicator, cell, revision, line: lines[0]! })),
  conflicts: conflicts.map(({ indicator, cell, revision }) => ({ indicator, cell, revision })),
  cleared: cleared.map(({ indicator, cell, revision }) => ({ indicator, cell, revision })),
});

/**
 * Why the answers can't be carried out. The code is a key of the namespace `import`, under `problem`.
 * - `unanswered`: a conflict without an answer.
 * - `changedMeanwhile`: the cell has another revision than the one that was seen; look at it again.
 * - `choiceUnknown`: it isn't one of the choices.
 * - `answeredTwice`; `notAsked`: the cell is neither in conflict nor about to be imported.
 */
export interface ResolutionProblem {
  code: "unanswered" | "changedMeanwhile" | "choiceUnknown" | "answeredTwice" | "notAsked";
  indicator: string;
  cell: CellKey;
}
