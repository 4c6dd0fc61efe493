import "server-only";
import { totalCell } from "@/lib/domain/disaggregation";
import { type Actor, can } from "@/lib/domain/permissions";
import type { Revision } from "@/lib/schemas/entry-view";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { db } from "@/lib/server/db/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-row";
import { locateReport, subjectOf } from "@/lib/server/reporting/locate-report";

/**
 * Every figure that the totals of a report ever had, the latest first, by indicator code. Empty for whoever doesn't
 * review it.
 */
export async function historyForReview(
  actor: Actor | null,
  address: ReportAddress,
): Promise<Record<string, Revision[]>> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located?.report || !can(actor, "reviewReport", { ...subjectOf(located), submittedById: null })) return {};
  const { plan, period, report } = located;
  const total = await client.cell.findUnique({
    where: { planId_key: { planId: plan.id, key: totalCell } },
    select: { id: true },
  });
  if (total === null) return {};
  const rows = await client.valueRevision.findMany({
    where: { periodId: period.id, reportId: report.id, cellId: total.id },
    orderBy: { revision: "desc" },
    select: {
      ...valueSelect,
      indicatorVersionId: true,
      revision: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      fill: { select: { fileName: true } },
    },
  });
  const versions = await client.indicatorVersion.findMany({
    where: { id: { in: [...new Set(rows.map(({ indicatorVersionId }) => indicatorVersionId))] } },
    select: { id: true, indicator: { select: { code: true } } },
  });
  const codes = new Map(versions.map(({ id, indicator }) => [id, indicator.code]));
  const history: Record<string, Revision[]> = {};
  for (const { indicatorVersionId, revision, createdAt, createdBy, fill, ...columns } of rows) {
    const code = codes.get(indicatorVersionId)!;
    history[code] ??= [];
    history[code].push({
      revision,
      value: valueOfRow(columns) ?? null,
      at: createdAt.toISOString(),
      by: createdBy.name,
      file: fill?.fileName ?? null,
    });
  }
  return history;
}
