import "server-only";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { IndicatorFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import type { ResultRow } from "@/lib/domain/results/result-rows";
import type { WorkedOut } from "@/lib/domain/results/work-out-indicator";
import type { Transaction } from "@/lib/server/db/client";
import { given, inserted, ofTable, recordset } from "@/lib/server/db/columns";
import { columnsOf, noValue, valueColumns } from "@/lib/server/db/value-columns";
import { type ReportToPublish, whenApproved } from "../compute/reported-values";

// Rows are added and closed, never changed. Everything goes to the database as one JSON text a statement: thousands of rows
// take a moment, not a query each.

/** Under which results version rows begin, and what stands for moments of approval that weren't known yet. */
interface Begin {
  resultsVersion: number;
  moment: Date | null;
}

/** Writes results so that they stand as they were worked out; rows that don't change aren't touched. */
export async function writeResults(
  tx: Transaction,
  plan: PlanFacts,
  worked: readonly WorkedOut[],
  { resultsVersion, moment }: Begin,
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
  await closeGone(tx, gone, resultsVersion);
  await replaceResults(
    tx,
    plan.id,
    rows.map(({ value, ...row }) => {
      return { ...row, ...(value === null ? noValue : columnsOf(value)), cellId: cellIds.get(row.cell) };
    }),
    resultsVersion,
  );
}

/** Of indicators whose values stay as they are: that they were approved once more, for the units and for the region. */
export async function confirmResults(
  tx: Transaction,
  { units }: PlanFacts,
  unchanged: readonly IndicatorFacts[],
  reports: readonly Pick<ReportToPublish, "unitId" | "periodId">[],
  { resultsVersion, moment }: Begin,
) {
  const versionIds = unchanged.flatMap(({ versions }) => versions.map(({ id }) => id));
  if (versionIds.length === 0 || moment === null) return;
  const regions = units.filter(({ level }) => level === "region").map(({ id }) => id);
  const { approvedAt: _, ...others } = { ...place, ...resultColumns };
  for (const periodId of new Set(reports.map((report) => report.periodId))) {
    const unitIds = [...reports.filter((each) => each.periodId === periodId).map(({ unitId }) => unitId), ...regions];
    const where = { periodId, unitId: { in: unitIds }, indicatorVersionId: { in: versionIds } };
    await tx.result.updateMany({ where: { ...where, untilVersion: null }, data: { untilVersion: resultsVersion - 1 } });
    await tx.$executeRaw`
      INSERT INTO result (plan_id, from_version, approved_at, ${inserted(others)})
      SELECT r.plan_id, ${resultsVersion}::int, ${moment}::timestamp(3), ${ofTable("r", others)} FROM result r
      WHERE r.period_id = ${periodId} AND r.unit_id = ANY(${unitIds}::int[])
        AND r.indicator_version_id = ANY(${versionIds}::int[]) AND r.until_version = ${resultsVersion - 1}`;
  }
}

/** All cells of the plan; results only ever stand in cells that a value has, or a country of the region. */
async function cellIdsOf(tx: Transaction, planId: number): Promise<Map<CellKey, number>> {
  const cells = await tx.cell.findMany({ where: { planId }, select: { id: true, key: true } });
  return new Map(cells.map(({ id, key }) => [key, id]));
}

const place = { periodId: "int", unitId: "int", indicatorVersionId: "int", cellId: "int" };

const resultColumns = {
  ...valueColumns,
  revision: "int",
  planned: "text",
  status: "status",
  statusReason: "text",
  afterEnd: "after_end",
  publicAfterEnd: "after_end",
  publicStatus: "status",
  publicStatusReason: "text",
  ratio: "numeric",
  publicRatio: "numeric",
  methodVersion: "text",
  inputs: "jsonb",
  publicInputs: "jsonb",
  countriesIn: "int",
  countriesOf: "int",
  carriedFromId: "int",
  disclosureState: "disclosure_state",
  disclosureBound: "int",
  toldLeast: "int",
  approvedAt: "timestamp(3)",
  valueSince: "int",
  method: "int",
} satisfies Record<Exclude<keyof ResultRow, keyof typeof place | "cell" | "value"> | keyof typeof valueColumns, string>;

async function closeGone(tx: Transaction, gone: readonly object[], resultsVersion: number) {
  if (gone.length === 0) return;
  await tx.$executeRaw`
    UPDATE result r SET until_version = ${resultsVersion - 1}::int FROM ${recordset(gone, place)}
    WHERE (r.period_id, r.unit_id, r.indicator_version_id, r.cell_id) = (${given(place)}) AND r.until_version IS NULL`;
}

/** Closes the rows that say something else, and adds those that don't stand yet. */
async function replaceResults(tx: Transaction, planId: number, rows: readonly object[], resultsVersion: number) {
  const columns = { ...place, ...resultColumns };
  const text = recordset(rows, columns);
  await tx.$executeRaw`
    UPDATE result r SET until_version = ${resultsVersion - 1}::int FROM ${text}
    WHERE (r.period_id, r.unit_id, r.indicator_version_id, r.cell_id) = (${given(place)}) AND r.until_version IS NULL
      AND (${ofTable("r", resultColumns)}) IS DISTINCT FROM (${given(resultColumns)})`;
  await tx.$executeRaw`
    INSERT INTO result (plan_id, from_version, ${inserted(columns)})
    SELECT ${planId}::int, ${resultsVersion}::int, ${given(columns)} FROM ${text}
    ON CONFLICT (${inserted(place)}) WHERE until_version IS NULL DO NOTHING`;
}
