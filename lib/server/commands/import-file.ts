import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { applyResolution, type CellToWrite } from "@/lib/exchange/import/apply-resolution";
import type { ImportResolution } from "@/lib/schemas/imports/import-resolution";
import { writeAudit } from "@/lib/server/audit/write";
import { type MatchedFile, matchFile, mustImport } from "@/lib/server/imports/match-file";
import { shortName } from "@/lib/server/imports/short-name";
import { endWaiting, keepImported, readToImport } from "@/lib/server/imports/waiting-files";
import { ensureCells } from "@/lib/server/reports/cells/ensure-cells";
import { Overtaken, writeValues } from "@/lib/server/reports/cells/write-values";
import { ensureReport } from "@/lib/server/reports/ensure-report";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ResolutionProblem } from "@/lib/views/import-view";
import type { ReportAddress } from "@/lib/views/report-view";

/** Cells that still need a decision, each with what is the matter. */
export class ConflictsUnresolved extends Refusal<"conflictsUnresolved"> {
  constructor(readonly problems: ResolutionProblem[]) {
    super("conflictsUnresolved", { conflicts: problems.length });
  }
}

interface FileToImport {
  sha256: string;
  fileName: string;
  resolution: ImportResolution;
}

/**
 * Imports a file that was previewed for the report, as a person decided. All cells or none; a value that is there
 * is replaced only where that was chosen, over the revision that was seen.
 * @returns how many cells are imported, and how many had the chosen value already: it may be the same request once more,
 * whose answer was lost
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `fileChanged` for a file that wasn't previewed here,
 * `changedMeanwhile`; ConflictsUnresolved; FileRefusal
 */
export async function importFile(
  actor: Actor,
  address: ReportAddress,
  { sha256, fileName, resolution }: FileToImport,
  now: Date,
): Promise<{ imported: number; had: number }> {
  const located = await mustImport(actor, address, now);
  const bytes = await readToImport(actor, located, sha256);
  if (!bytes) throw new Refusal("fileChanged");
  const name = shortName(fileName);
  const matched = await matchFile(actor, located, { fileName: name, bytes }, "en");
  const resolved = applyResolution(matched.preview, resolution);
  if (!resolved.ok) throw new ConflictsUnresolved(resolved.problems);
  const { cells, had } = resolved;
  if (cells.length === 0) return { imported: 0, had };
  await keepImported(located, sha256, bytes);
  try {
    await write(actor, address, located, matched, { sha256, fileName: name }, cells);
  } catch (error) {
    throw error instanceof Overtaken ? new Refusal("changedMeanwhile") : error;
  }
  await endWaiting(actor, located, sha256);
  return { imported: cells.length, had };
}

function write(
  actor: Actor,
  address: ReportAddress,
  located: LocatedReport,
  { format, preview, indicators }: MatchedFile,
  file: { sha256: string; fileName: string },
  cells: readonly CellToWrite[],
): Promise<void> {
  const { plan, unit, period, report } = located;
  const versionOf = new Map(indicators.map(({ view, versionId }) => [view.code, versionId]));
  const written = new Set(cells.map(({ indicator }) => indicator));
  const ids = indicators.filter(({ view }) => written.has(view.code)).map(({ id }) => id);
  return transaction(async (tx) => {
    const place = { planId: plan.id, unitId: unit.id, periodId: period.id };
    await holdAssigned(tx, actor, "enterValue", subjectOf(located), ids);
    const reportId = report?.id ?? (await ensureReport(tx, actor, address, place));
    const cellIds = await ensureCells(
      tx,
      plan.id,
      cells.map(({ cell }) => cell),
    );
    const { id: importId } = await tx.fileImport.create({
      data: { reportId, format, ...file, rows: preview.rows, imported: cells.length, createdById: actor.id },
      select: { id: true },
    });
    const judged = { id: reportId, state: report?.state ?? ("draft" as const), periodState: period.state };
    const values = cells.map(({ indicator, cell, value, expectedRevision }) => ({
      versionId: versionOf.get(indicator)!,
      cellId: cellIds.get(cell)!,
      revision: expectedRevision + 1,
      value,
    }));
    await writeValues(tx, judged, values, { actorId: actor.id, importId });
    await writeAudit(tx, {
      ...reportEvent({ id: reportId, ...place }, address),
      actorId: actor.id,
      // Events of earlier versions are called `filledFromFile`, with `fill`: the chain isn't rewritten.
      action: "fileImported",
      after: {
        import: importId,
        sha256: file.sha256,
        revisions: cells.map(({ indicator, cell, expectedRevision }) => ({
          indicator,
          cell,
          revision: expectedRevision + 1,
        })),
      },
    });
  });
}
