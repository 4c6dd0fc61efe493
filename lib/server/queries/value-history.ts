import "server-only";
import { parseCellKey } from "@/lib/domain/disaggregation";
import { type Actor, can } from "@/lib/domain/permissions";
import type { ValueHistoryView } from "@/lib/schemas/entry-view";
import { areCodes } from "@/lib/schemas/report-forms";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { db } from "@/lib/server/db/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-row";
import { locateReport, subjectOf } from "@/lib/server/reporting/locate-report";
import { holdsFor } from "@/lib/server/reporting/period-indicators";

/**
 * Every figure that a cell ever had in a report.
 * @returns null where the actor may not see the indicator there; a cell that never had a figure has no revisions
 */
export async function valueHistory(
  actor: Actor | null,
  address: ReportAddress,
  indicatorCode: string,
  cell: string,
): Promise<ValueHistoryView | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !areCodes(indicatorCode) || !parseCellKey(cell)) return null;
  const { plan, period, report } = located;
  const indicator = await client.indicator.findUnique({
    where: { planId_code: { planId: plan.id, code: indicatorCode } },
    select: {
      id: true,
      versions: { where: holdsFor(period.startsOn), orderBy: { version: "desc" }, take: 1, select: { id: true } },
    },
  });
  const version = indicator?.versions[0];
  if (!indicator || !version) return null;
  if (!can(actor, "viewIndicator", { ...subjectOf(located), indicatorId: indicator.id })) return null;
  const found = await client.cell.findUnique({
    where: { planId_key: { planId: plan.id, key: cell } },
    select: { id: true },
  });
  const rows =
    report && found
      ? await client.valueRevision.findMany({
          where: { periodId: period.id, reportId: report.id, indicatorVersionId: version.id, cellId: found.id },
          orderBy: { revision: "desc" },
          select: {
            ...valueSelect,
            revision: true,
            createdAt: true,
            createdBy: { select: { name: true } },
            fill: { select: { fileName: true } },
          },
        })
      : [];
  return {
    indicator: indicatorCode,
    cell,
    revisions: rows.map(({ revision, createdAt, createdBy, fill, ...columns }) => ({
      revision,
      value: valueOfRow(columns) ?? null,
      at: createdAt.toISOString(),
      by: createdBy.name,
      file: fill?.fileName ?? null,
    })),
  };
}
