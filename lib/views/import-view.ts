import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { PartsFinding } from "@/lib/domain/values/parts";
import type { Value } from "@/lib/domain/values/value";
import type { Message } from "@/lib/schemas/forms/form-state";
import type { SeenPreview } from "@/lib/schemas/imports/import-answers";
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
  /** What parts and totals would say afterwards; cells in conflict count as they are now. */
  findings: { indicator: string; findings: PartsFinding[] }[];
  /** Those that the file has values for, in the framework's order. */
  indicators: { code: string; title: string; unit: string | null }[];
  /** The plan's, to name the cells. */
  dimensions: DimensionView[];
}

/** A value with the first lines of the file on which it stands, and how many more there are. */
export interface ImportValue {
  value: Value;
  lines: number[];
  moreLines: number;
}

export interface ImportCell extends ImportValue {
  indicator: string;
  cell: CellKey;
  revision: number;
}

export interface ImportConflict {
  indicator: string;
  cell: CellKey;
  revision: number;
  /** Null where the cell is blank and only the file contradicts itself. */
  present: Value | null;
  choices: ImportValue[];
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

/** What the preview showed, as its answers say it again. */
export const seenOf = ({ imported, conflicts }: ImportView): SeenPreview => ({
  imported: imported.map(({ indicator, cell, revision, lines }) => ({ indicator, cell, revision, line: lines[0]! })),
  conflicts: conflicts.map(({ indicator, cell, revision }) => ({ indicator, cell, revision })),
});

/**
 * Why the answers can't be carried out. The code is a key of the namespace `import`, under `problem`.
 * - `unanswered`: a conflict without an answer.
 * - `changedMeanwhile`: the cell has another revision than the one that was seen; look at it again.
 * - `choiceUnknown`: the line isn't one of the choices.
 * - `answeredTwice`; `notAsked`: the cell is neither in conflict nor about to be imported.
 */
export interface ResolutionProblem {
  code: "unanswered" | "changedMeanwhile" | "choiceUnknown" | "answeredTwice" | "notAsked";
  indicator: string;
  cell: CellKey;
}
