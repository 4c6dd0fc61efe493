import "server-only";
import type { CellKey } from "@/lib/domain/disaggregation";
import type { Value } from "@/lib/domain/value";
import type { CellViews } from "@/lib/schemas/report-view";
import type { Transaction } from "@/lib/server/db/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-row";

/** The present figures of a report by indicator version, cell by cell. */
export async function valuesOfReport(
  client: Pick<Transaction, "value">,
  report: { id: number; periodId: number } | null,
  versionIds?: readonly number[],
): Promise<Map<number, CellViews>> {
  const cells = new Map<number, CellViews>();
  if (!report) return cells;
  const rows = await client.value.findMany({
    where: {
      periodId: report.periodId,
      reportId: report.id,
      ...(versionIds && { indicatorVersionId: { in: [...versionIds] } }),
    },
    orderBy: [{ indicatorVersionId: "asc" }, { cellId: "asc" }],
    select: {
      indicatorVersionId: true,
      cell: { select: { key: true } },
      revision: true,
      updatedAt: true,
      ...valueSelect,
    },
  });
  for (const { indicatorVersionId, cell, revision, updatedAt, ...columns } of rows) {
    const own = cells.get(indicatorVersionId) ?? {};
    own[cell.key] = { value: valueOfRow(columns)!, revision, savedAt: updatedAt.toISOString() };
    cells.set(indicatorVersionId, own);
  }
  return cells;
}

/** When a figure of an indicator version was changed last in the report; also where all were cleared since. */
export async function lastChanges(
  client: Pick<Transaction, "valueRevision">,
  report: { id: number; periodId: number } | null,
): Promise<Map<number, Date>> {
  if (!report) return new Map();
  const rows = await client.valueRevision.groupBy({
    by: ["indicatorVersionId"],
    where: { periodId: report.periodId, reportId: report.id },
    _max: { createdAt: true },
  });
  return new Map(rows.map((row) => [row.indicatorVersionId, row._max.createdAt!]));
}

export const figuresOfCells = (cells: CellViews): Map<CellKey, Value> =>
  new Map(Object.entries(cells).map(([key, { value }]) => [key, value]));
