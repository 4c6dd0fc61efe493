import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { selected } from "@/lib/server/db/columns";
import { type ValueRow, valueColumns, valueOfRow } from "@/lib/server/db/value-columns";
import { isPresentEdition } from "@/lib/server/framework/edition";
import { type LocatedReport, locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import type { Revision } from "@/lib/views/entry-view";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Every value that the totals of a report ever had, the latest first, by indicator code. Empty for whoever doesn't
 * review it.
 */
export async function historyForReview(
  actor: Actor | null,
  address: ReportAddress,
): Promise<Record<string, Revision[]>> {
  const located = await locateReport(await db(), address);
  return located ? historyAt(actor, located) : {};
}

/**
 * As `historyForReview`, where the report's rows are at hand.
 * @param code of the one indicator that is asked about; null: of all
 */
export async function historyAt(
  actor: Actor | null,
  located: LocatedReport,
  code: string | null = null,
): Promise<Record<string, Revision[]>> {
  const { period, report } = located;
  if (!report || !can(actor, "viewReview", subjectOf(located))) return {};
  const client = await db();
  const rows = await client.$queryRaw<(ValueRow & Omit<Revision, "value" | "at"> & { code: string; at: Date })[]>`
    SELECT ei.code, r.revision, r.created_at AS at, u.name AS by, f.file_name AS file, ${selected("r", valueColumns)}
    FROM value_revision r
      JOIN cell c ON c.id = r.cell_id
      JOIN indicator_version v ON v.id = r.indicator_version_id
      JOIN edition_indicator ei ON ei.indicator_id = v.indicator_id
      JOIN framework_edition e ON e.id = ei.edition_id AND ${isPresentEdition}
      JOIN "user" u ON u.id = r.created_by_id
      LEFT JOIN file_import f ON f.id = r.import_id
    WHERE r.period_id = ${period.id} AND r.report_id = ${report.id} AND c.key = ${totalCell}
      AND (${code}::text IS NULL OR ei.code = ${code})
    ORDER BY r.revision DESC`;
  const history: Record<string, Revision[]> = {};
  for (const { code, revision, at, by, file, ...columns } of rows) {
    history[code] ??= [];
    history[code].push({ revision, value: valueOfRow(columns) ?? null, at: at.toISOString(), by, file });
  }
  return history;
}
