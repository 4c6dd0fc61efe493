import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { db } from "@/lib/server/db/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-columns";
import { presentEdition } from "@/lib/server/framework/edition";
import { holdsFor } from "@/lib/server/framework/period-indicators";
import { locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import type { ValueHistoryView } from "@/lib/views/entry-view";
import type { ReportAddress } from "@/lib/views/report-view";

/** Importing files of a long list again and again makes thousands; nobody reads on so far. */
const listed = 200;

/**
 * What was entered for an indicator in a report, in every cell.
 * @returns null where the actor may not see the indicator there; no revisions where nothing was ever entered
 */
export async function valueHistory(
  actor: Actor | null,
  address: ReportAddress,
  indicatorCode: string,
): Promise<ValueHistoryView | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !areCodes(indicatorCode)) return null;
  const { plan, period, report } = located;
  const indicator = await client.indicator.findFirst({
    where: { editions: { some: { edition: { planId: plan.id, ...presentEdition }, code: indicatorCode } } },
    select: {
      id: true,
      versions: { where: holdsFor(period.startsOn), orderBy: { version: "desc" }, take: 1, select: { id: true } },
    },
  });
  const version = indicator?.versions[0];
  if (!indicator || !version) return null;
  if (!can(actor, "viewHistory", { ...subjectOf(located), indicatorId: indicator.id })) return null;
  if (!report) return { count: 0, revisions: [] };
  const where = { periodId: period.id, reportId: report.id, indicatorVersionId: version.id };
  const rows = await client.valueRevision.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { revision: "desc" }, { cellId: "asc" }],
    take: listed,
    select: {
      ...valueSelect,
      cellId: true,
      revision: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      fileImport: { select: { fileName: true } },
    },
  });
  const cells = await client.cell.findMany({
    where: { id: { in: [...new Set(rows.map(({ cellId }) => cellId))] } },
    select: { id: true, key: true },
  });
  const keyOf = new Map(cells.map(({ id, key }) => [id, key]));
  return {
    count: rows.length < listed ? rows.length : await client.valueRevision.count({ where }),
    revisions: rows.map(({ cellId, revision, createdAt, createdBy, fileImport, ...columns }) => ({
      cell: keyOf.get(cellId)!,
      revision,
      value: valueOfRow(columns) ?? null,
      at: createdAt.toISOString(),
      by: createdBy.name,
      file: fileImport?.fileName ?? null,
    })),
  };
}
