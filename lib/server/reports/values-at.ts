import "server-only";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import type { Transaction } from "@/lib/server/db/client";
import { selected } from "@/lib/server/db/columns";
import { type ValueRow, valueColumns, valueOfRow } from "@/lib/server/db/value-columns";

/**
 * The values of a report as they stood at a moment, by indicator version: of each cell the last revision until then.
 * While a report is submitted nothing changes, so the moment of a decision shows what was submitted.
 */
export async function valuesAt(
  client: Pick<Transaction, "$queryRaw">,
  report: { id: number; periodId: number },
  moment: Date,
): Promise<Map<number, Map<CellKey, Value>>> {
  const rows = await client.$queryRaw<(ValueRow & { versionId: number; cell: CellKey })[]>`
    SELECT DISTINCT ON (r.indicator_version_id, r.cell_id)
      r.indicator_version_id AS "versionId", c.key AS cell, ${selected("r", valueColumns)}
    FROM value_revision r JOIN cell c ON c.id = r.cell_id
    WHERE r.period_id = ${report.periodId} AND r.report_id = ${report.id} AND r.created_at <= ${moment}
    ORDER BY r.indicator_version_id, r.cell_id, r.revision DESC`;
  const values = new Map<number, Map<CellKey, Value>>();
  for (const { versionId, cell, ...columns } of rows) {
    const value = valueOfRow(columns);
    if (!value) continue;
    const own = values.get(versionId) ?? new Map<CellKey, Value>();
    values.set(versionId, own.set(cell, value));
  }
  return values;
}
