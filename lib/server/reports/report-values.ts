import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import type { Explained } from "@/lib/domain/values/value-warning";
import type { Transaction } from "@/lib/server/db/client";
import { ofTable, selected } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import { type ValueRow, valueColumns, valueOfRow } from "@/lib/server/db/value-columns";
import type { CellViews } from "@/lib/views/report-view";

/** What names a report to those who read its values, which stand by period. */
interface ReportKey {
  id: number;
  periodId: number;
}

/** The present values of a report by indicator version, cell by cell. */
export const valuesOfReport = async (client: Pick<Transaction, "$queryRaw">, report: ReportKey) =>
  (await valuesOfReports(client, [report])).get(report.id)!;

/** The same of each of these, by report id. */
export async function valuesOfReports(
  client: Pick<Transaction, "$queryRaw">,
  reports: readonly ReportKey[],
): Promise<Map<number, Map<number, CellViews>>> {
  const values = new Map(reports.map(({ id }) => [id, new Map<number, CellViews>()]));
  if (reports.length === 0) return values;
  const { ids, periodIds } = columnsOf(reports);
  const rows = await client.$queryRaw<(ValueRow & StoredCell)[]>`
    SELECT r.report_id AS "reportId", r.indicator_version_id AS "versionId", c.key AS cell, r.revision,
      r.updated_at AS "updatedAt", r.carried, ${selected("r", valueColumns)}
    FROM value r JOIN cell c ON c.id = r.cell_id
    WHERE r.period_id = ANY(${periodIds}) AND r.report_id = ANY(${ids})
    ORDER BY r.indicator_version_id, r.cell_id`;
  for (const { reportId, versionId, cell, revision, updatedAt, carried, ...columns } of rows) {
    const cells = values.get(reportId)!;
    const own = cells.get(versionId) ?? {};
    own[cell] = {
      value: valueOfRow(columns)!,
      revision,
      savedAt: updatedAt.toISOString(),
      ...(carried && { carried }),
    };
    cells.set(versionId, own);
  }
  return values;
}

const columnsOf = (reports: readonly ReportKey[]) => ({
  ids: reports.map(({ id }) => id),
  periodIds: [...new Set(reports.map(({ periodId }) => periodId))],
});

interface StoredCell {
  reportId: number;
  versionId: number;
  cell: CellKey;
  revision: number;
  updatedAt: Date;
  carried: boolean;
}

/**
 * SQL: the revision `p` that `v` does nothing but confirm, to be joined by `LEFT JOIN`: a value that was carried over, and is the
 * same. Such a revision is no change of what anybody said of the value, while another value and back again are two.
 */
export const confirmedBy = Prisma.sql`value_revision p ON p.carried AND NOT v.carried AND p.period_id = v.period_id
  AND p.report_id = v.report_id AND p.indicator_version_id = v.indicator_version_id AND p.cell_id = v.cell_id
  AND p.revision = v.revision - 1 AND (${ofTable("p", valueColumns)}) IS NOT DISTINCT FROM (${ofTable("v", valueColumns)})`;

/**
 * When the values of an indicator version were changed last in the report; also where all were cleared since. Confirming what was
 * carried over changes none.
 */
export interface LastChange {
  at: Date;
  /** Sequence of the last change of the total, 0 where it never had a value, and of any value. */
  total: bigint;
  values: bigint;
  /** How often the total was entered, confirmed or cleared. */
  entries: number;
}

/** By report id, and in it by indicator version. */
export async function lastChanges(
  client: Pick<Transaction, "$queryRaw">,
  reports: readonly ReportKey[],
): Promise<Map<number, Map<number, LastChange>>> {
  const changes = new Map(reports.map(({ id }) => [id, new Map<number, LastChange>()]));
  if (reports.length === 0) return changes;
  const { ids, periodIds } = columnsOf(reports);
  const rows = await client.$queryRaw<(LastChange & { reportId: number; versionId: number })[]>`
    SELECT v.report_id AS "reportId", v.indicator_version_id AS "versionId",
      max(v.created_at) FILTER (WHERE p.revision IS NULL) AS at,
      max(v.sequence) FILTER (WHERE p.revision IS NULL) AS values,
      coalesce(max(v.sequence) FILTER (WHERE p.revision IS NULL AND c.key = ${totalCell}), 0) AS total,
      (count(*) FILTER (WHERE c.key = ${totalCell}))::int AS entries
    FROM value_revision v JOIN cell c ON c.id = v.cell_id LEFT JOIN ${confirmedBy}
    WHERE v.period_id = ANY(${periodIds}) AND v.report_id = ANY(${ids})
    GROUP BY v.report_id, v.indicator_version_id`;
  for (const { reportId, versionId, ...change } of rows) changes.get(reportId)!.set(versionId, change);
  return changes;
}

/** @param upTo the last value that a comment on the indicator knew of; undefined where there is no comment */
export const explainedBy = (upTo: bigint | undefined, change: LastChange | undefined): Explained => ({
  total: upTo !== undefined && upTo >= (change?.total ?? 0n),
  values: upTo !== undefined && upTo >= (change?.values ?? 0n),
});

export const valuesOfCells = (cells: CellViews): Map<CellKey, Value> =>
  new Map(Object.entries(cells).map(([key, { value }]) => [key, value]));
