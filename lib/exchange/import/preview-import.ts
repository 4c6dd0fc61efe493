import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import { findingsAfter } from "./findings-after";
import type { CellConflict, FileValue, ImportedCell, ImportPreview } from "./import-preview";
import type { ImportIndicator, ImportTarget } from "./import-target";
import { importContext, placeRow } from "./place-row";
import type { SeriesRow } from "./series-row";

/** Numbers and bounds are canonical wherever values come from, so equal values have equal text. */
function isSameValue(read: Value, stored: Value): boolean {
  switch (read.kind) {
    case "number":
      return stored.kind === "number" && read.number === stored.number;
    case "censored":
      return stored.kind === "censored" && read.below === stored.below;
    // A file of counts says nothing else.
    case "ratio":
    case "yesNo":
    case "step":
    case "narrative":
    case "missing":
      return false;
  }
}

/** The values that the file has for one cell; each different one once, by its text: a file may have thousands for one. */
interface Wanted {
  indicator: ImportIndicator;
  cell: CellKey;
  values: Map<string, FileValue>;
}

function addValue({ values }: Wanted, value: Value, line: number): void {
  const text = JSON.stringify(value);
  const known = values.get(text);
  if (known) known.lines.push(line);
  else values.set(text, { value, lines: [line] });
}

/**
 * Works out what a file would do to a report, and changes nothing. No row is lost: each is placed, or stands with its reason.
 */
export function previewImport(rows: readonly SeriesRow[], target: ImportTarget): ImportPreview {
  const context = importContext(target);
  const preview: ImportPreview = {
    rows: rows.length,
    imported: [],
    same: [],
    conflicts: [],
    ignored: [],
    unmatched: [],
    counts: { imported: 0, same: 0, conflicts: 0, ignored: 0, unmatched: 0 },
    findings: [],
  };
  const wanted = new Map<string, Wanted>();
  for (const row of rows) {
    const placed = placeRow(row, context);
    if (placed.group === "ignored") preview.ignored.push({ row, reason: placed.reason });
    else if (placed.group === "unmatched") preview.unmatched.push({ row, reason: placed.reason });
    else
      for (const { indicator, cell, value } of placed.placements) {
        const place = `${indicator.code} ${cell}`;
        const want = wanted.get(place) ?? { indicator, cell, values: new Map() };
        wanted.set(place, want);
        addValue(want, value, row.line);
      }
  }
  for (const want of wanted.values()) judge(want, preview);
  const linesOf = (cells: FileValue[]) => cells.flatMap(({ lines }) => lines);
  const inConflict = new Set(linesOf(preview.conflicts.flatMap(({ choices }) => choices)));
  const inImported = new Set(linesOf(preview.imported).filter((line) => !inConflict.has(line)));
  const inSame = new Set(linesOf(preview.same).filter((line) => !inConflict.has(line) && !inImported.has(line)));
  preview.counts = {
    imported: inImported.size,
    same: inSame.size,
    conflicts: inConflict.size,
    ignored: preview.ignored.length,
    unmatched: preview.unmatched.length,
  };
  preview.findings = findingsAfter(
    target,
    preview.imported,
    [...wanted.values()].map(({ indicator }) => indicator.code),
  );
  return preview;
}

function judge({ indicator, cell, values }: Wanted, preview: ImportPreview): void {
  const { value: present, revision, carried } = indicator.cells.get(cell) ?? { value: undefined, revision: 0 };
  const place = { indicator: indicator.code, cell, revision };
  const choices = [...values.values()];
  const [first] = choices;
  if (!first) return;
  const imported: ImportedCell = { ...place, ...first };
  const conflict: CellConflict = { ...place, present, choices };
  if (choices.length > 1) preview.conflicts.push(conflict);
  else if (!present) preview.imported.push(imported);
  else if (isSameValue(first.value, present)) (carried ? preview.imported : preview.same).push(imported);
  else preview.conflicts.push(conflict);
}
