import "server-only";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { LastValues } from "@/lib/domain/reports/carrying";
import type { Value } from "@/lib/domain/values/value";
import type { Transaction } from "@/lib/server/db/client";
import { selected } from "@/lib/server/db/columns";
import { dayOf } from "@/lib/server/db/day";
import { type ValueRow, valueColumns, valueOfRow } from "@/lib/server/db/value-columns";
import type { LocatedReport } from "./locate-report";

interface Row extends ValueRow {
  period: string;
  indicatorId: number;
  version: number;
  cell: CellKey;
}

export interface LastReport {
  period: string;
  values: ReadonlyMap<number, LastValues>;
}

/**
 * What was approved of the unit for the period just before this one, of the same frequency, by indicator id. Null where there is
 * no such report. What waits to be approved stands nowhere beside this period's fields, and may still be sent back.
 */
export async function lastValues(
  client: Pick<Transaction, "$queryRaw">,
  { plan, unit, period }: Pick<LocatedReport, "plan" | "unit" | "period">,
): Promise<LastReport | null> {
  const rows = await client.$queryRaw<Row[]>`
    WITH last AS (
      SELECT p.id, p.code FROM reporting_period p
      WHERE p.plan_id = ${plan.id} AND p.frequency = ${period.frequency}::frequency AND p.ends_on < ${dayOf(period.startsOn)}::date
      ORDER BY p.ends_on DESC LIMIT 1
    )
    SELECT l.code AS period, iv.indicator_id AS "indicatorId", iv.version, c.key AS cell, ${selected("v", valueColumns)}
    FROM last l JOIN report r ON r.period_id = l.id AND r.unit_id = ${unit.id} AND r.state = 'approved'
      JOIN value v ON v.period_id = r.period_id AND v.report_id = r.id
      JOIN indicator_version iv ON iv.id = v.indicator_version_id
      JOIN cell c ON c.id = v.cell_id
    ORDER BY iv.version, v.cell_id`;
  const [first] = rows;
  if (!first) return null;
  const values = new Map<number, { version: number; cells: Map<CellKey, Value> }>();
  for (const { indicatorId, version, cell, period: _, ...columns } of rows) {
    // Of two versions that both have values the later one is what was reported last.
    const known = values.get(indicatorId);
    const own = known?.version === version ? known : { version, cells: new Map<CellKey, Value>() };
    own.cells.set(cell, valueOfRow(columns)!);
    values.set(indicatorId, own);
  }
  return { period: first.period, values };
}
