import "server-only";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { IndicatorFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import type { ResultRow } from "@/lib/domain/results/result-rows";
import type { WorkedOut } from "@/lib/domain/results/work-out-indicator";
import type { Transaction } from "@/lib/server/db/client";
import { given, inserted, overwritten, recordset } from "@/lib/server/db/columns";
import { columnsOf, countedColumns, noValue, valueColumns } from "@/lib/server/db/value-columns";
import { type ReportToPublish, whenApproved } from "../compute/reported-values";

// Everything goes to the database as one JSON text a statement: thousands of rows take a moment, not a query each.

/** Writes results so that they stand as they were worked out; rows that don't change aren't touched. */
export async function writeResults(
  tx: Transaction,
  plan: PlanFacts,
  worked: readonly WorkedOut[],
  { resultsVersion, moment }: { resultsVersion: number; moment: Date | null },
) {
  const cellIds = await cellIdsOf(tx, plan.id);
  const isPending = ({ approvedAt }: ResultRow) => moment !== null && approvedAt.getTime() === whenApproved.getTime();
  const rows = worked.flatMap(({ rows, unchanged }) =>
    rows.filter((row) => !unchanged.has(row)).map((row) => (isPending(row) ? { ...row, approvedAt: moment! } : row)),
  );
  const gone = worked.flatMap((each) =>
    each.gone.map(({ unitId, periodId, versionId: indicatorVersionId, cell }) => {
      return { periodId, unitId, indicatorVersionId, cellId: cellIds.get(cell) };
    }),
  );
  await removeResults(tx, gone);
  await upsertResults(
    tx,
    plan.id,
    rows.map(({ value, ...row }) => {
      return { ...row, ...(value === null ? noValue : columnsOf(value)), cellId: cellIds.get(row.cell) };
    }),
  );
  await addFormer(
    tx,
    worked.flatMap(({ former }) =>
      former.map(({ value, versionId: indicatorVersionId, ...rest }) => {
        return { ...rest, indicatorVersionId, ...columnsOf(value), cellId: cellIds.get(rest.cell) };
      }),
    ),
  );
  await addHidden(
    tx,
    worked.flatMap(({ newlyHidden }) =>
      newlyHidden.map(({ periodId, unitId, indicatorVersionId, cell, disclosureState }) => {
        const since = resultsVersion;
        return { periodId, unitId, indicatorVersionId, cellId: cellIds.get(cell), state: disclosureState, since };
      }),
    ),
  );
}

/** Of indicators whose values stay as they are: that they were approved once more, for the units and for the region. */
export async function confirmResults(
  tx: Transaction,
  { units }: PlanFacts,
  unchanged: readonly IndicatorFacts[],
  reports: readonly Pick<ReportToPublish, "unitId" | "periodId">[],
  moment: Date,
) {
  const versionIds = unchanged.flatMap(({ versions }) => versions.map(({ id }) => id));
  if (versionIds.length === 0) return;
  const regions = units.filter(({ level }) => level === "region").map(({ id }) => id);
  for (const { unitId, periodId } of reports)
    await tx.result.updateMany({
      where: { periodId, unitId: { in: [unitId, ...regions] }, indicatorVersionId: { in: versionIds } },
      data: { approvedAt: moment },
    });
}

/** All cells of the plan; results only ever stand in cells that a value has, or a country of the region. */
async function cellIdsOf(tx: Transaction, planId: number): Promise<Map<CellKey, number>> {
  const cells = await tx.cell.findMany({ where: { planId }, select: { id: true, key: true } });
  return new Map(cells.map(({ id, key }) => [key, id]));
}

const place = { periodId: "int", unitId: "int", indicatorVersionId: "int", cellId: "int" };

const resultColumns = {
  ...valueColumns,
  ...{ revision: "int", planned: "text", status: "status", statusReason: "text" },
  ...{ afterEnd: "after_end", publicAfterEnd: "after_end" },
  ...{ publicStatus: "status", publicStatusReason: "text", ratio: "numeric", publicRatio: "numeric" },
  ...{ methodVersion: "text", inputs: "jsonb", publicInputs: "jsonb", countriesIn: "int", countriesOf: "int" },
  ...{ carriedFromId: "int", disclosureState: "disclosure_state", seenState: "disclosure_state" },
  ...{ approvedAt: "timestamp(3)", resultsVersion: "int" },
} satisfies Record<Exclude<keyof ResultRow, keyof typeof place | "cell" | "value"> | keyof typeof valueColumns, string>;

async function removeResults(tx: Transaction, gone: readonly object[]) {
  if (gone.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM result r USING ${recordset(gone, place)}
    WHERE (r.period_id, r.unit_id, r.indicator_version_id, r.cell_id) = (${given(place)})`;
}

async function upsertResults(tx: Transaction, planId: number, rows: readonly object[]) {
  const columns = { ...place, ...resultColumns };
  await tx.$executeRaw`
    INSERT INTO result AS r (plan_id, ${inserted(columns)})
    SELECT ${planId}::int, ${given(columns)} FROM ${recordset(rows, columns)}
    ON CONFLICT (${inserted(place)}) DO UPDATE SET ${overwritten(resultColumns)}
    WHERE r IS DISTINCT FROM EXCLUDED`;
}

async function addFormer(tx: Transaction, former: readonly object[]) {
  if (former.length === 0) return;
  const columns = { ...place, since: "int", until: "int", ...countedColumns, state: "disclosure_state" };
  await tx.$executeRaw`
    INSERT INTO former_figure (${inserted(columns)}) SELECT ${given(columns)} FROM ${recordset(former, columns)}`;
}

async function addHidden(tx: Transaction, hidden: readonly object[]) {
  if (hidden.length === 0) return;
  const columns = { ...place, state: "disclosure_state", since: "int" };
  await tx.$executeRaw`
    INSERT INTO hidden_figure (${inserted(columns)}) SELECT ${given(columns)} FROM ${recordset(hidden, columns)}
    ON CONFLICT DO NOTHING`;
}
