import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/disaggregation";
import type { Value } from "@/lib/domain/value";
import type { Explained } from "@/lib/domain/value-warning";
import type { CellViews } from "@/lib/schemas/report-view";
import type { Transaction } from "@/lib/server/db/client";
import { type ValueRow, valueColumns, valueOfRow } from "@/lib/server/db/value-row";

/** The present figures of a report by indicator version, cell by cell. */
export async function valuesOfReport(
  client: Pick<Transaction, "$queryRaw">,
  report: { id: number; periodId: number } | null,
): Promise<Map<number, CellViews>> {
  const cells = new Map<number, CellViews>();
  if (!report) return cells;
  const rows = await client.$queryRaw<(ValueRow & StoredCell)[]>`
    SELECT r.indicator_version_id AS "versionId", c.key AS cell, r.revision, r.updated_at AS "updatedAt",
      ${valueColumns("r")}
    FROM value r JOIN cell c ON c.id = r.cell_id
    WHERE r.period_id = ${report.periodId} AND r.report_id = ${report.id}
    ORDER BY r.indicator_version_id, r.cell_id`;
  for (const { versionId, cell, revision, updatedAt, ...columns } of rows) {
    const own = cells.get(versionId) ?? {};
    own[cell] = { value: valueOfRow(columns)!, revision, savedAt: updatedAt.toISOString() };
    cells.set(versionId, own);
  }
  return cells;
}

interface StoredCell {
  versionId: number;
  cell: CellKey;
  revision: number;
  updatedAt: Date;
}

/** When the figures of an indicator version were changed last in the report; also where all were cleared since. */
export interface LastChange {
  at: Date;
  /** Sequence of the last change of the total, 0 where it never had a figure, and of any figure. */
  total: bigint;
  figures: bigint;
  /** How often the total was entered or cleared. */
  entries: number;
}

/** By indicator version. */
export async function lastChanges(
  client: Pick<Transaction, "$queryRaw">,
  report: { id: number; periodId: number } | null,
): Promise<Map<number, LastChange>> {
  if (!report) return new Map();
  const rows = await client.$queryRaw<(LastChange & { versionId: number })[]>`
    SELECT r.indicator_version_id AS "versionId", max(r.created_at) AS at, max(r.sequence) AS figures,
      coalesce(max(r.sequence) FILTER (WHERE c.key = ${totalCell}), 0) AS total,
      (count(*) FILTER (WHERE c.key = ${totalCell}))::int AS entries
    FROM value_revision r JOIN cell c ON c.id = r.cell_id
    WHERE r.period_id = ${report.periodId} AND r.report_id = ${report.id}
    GROUP BY r.indicator_version_id`;
  return new Map(rows.map(({ versionId, ...change }) => [versionId, change]));
}

/** @param upTo the last figure that a comment on the indicator knew of; undefined where there is no comment */
export const explainedBy = (upTo: bigint | undefined, change: LastChange | undefined): Explained => ({
  total: upTo !== undefined && upTo >= (change?.total ?? 0n),
  figures: upTo !== undefined && upTo >= (change?.figures ?? 0n),
});

export const figuresOfCells = (cells: CellViews): Map<CellKey, Value> =>
  new Map(Object.entries(cells).map(([key, { value }]) => [key, value]));
