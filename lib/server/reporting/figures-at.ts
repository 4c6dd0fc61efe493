import "server-only";
import type { CellKey } from "@/lib/domain/disaggregation";
import type { Value } from "@/lib/domain/value";
import type { Transaction } from "@/lib/server/db/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-row";

/**
 * The figures of a report as they stood at a moment, by indicator version: of each cell the last revision until then.
 * While a report is submitted nothing changes, so the moment of a decision shows what was submitted.
 */
export async function figuresAt(
  client: Pick<Transaction, "valueRevision" | "cell">,
  report: { id: number; periodId: number },
  moment: Date,
): Promise<Map<number, Map<CellKey, Value>>> {
  const rows = await client.valueRevision.findMany({
    where: { periodId: report.periodId, reportId: report.id, createdAt: { lte: moment } },
    orderBy: { revision: "desc" },
    distinct: ["indicatorVersionId", "cellId"],
    select: { indicatorVersionId: true, cellId: true, ...valueSelect },
  });
  const cells = await client.cell.findMany({
    where: { id: { in: [...new Set(rows.map(({ cellId }) => cellId))] } },
    select: { id: true, key: true },
  });
  const keys = new Map(cells.map(({ id, key }) => [id, key]));
  const figures = new Map<number, Map<CellKey, Value>>();
  for (const { indicatorVersionId, cellId, ...columns } of rows) {
    const value = valueOfRow(columns);
    if (!value) continue;
    const own = figures.get(indicatorVersionId) ?? new Map<CellKey, Value>();
    figures.set(indicatorVersionId, own.set(keys.get(cellId)!, value));
  }
  return figures;
}
