import "server-only";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { Transaction } from "@/lib/server/db/client";
import { columnsOf } from "@/lib/server/db/value-row";
import type { PlanFacts } from "../compute/plan-facts";
import type { WorkedOut } from "../compute/work-out-indicator";

// Everything goes to the database as one JSON text a statement: thousands of rows take a moment, not a query each.

/** Writes results so that they stand as they were worked out; rows that don't change aren't touched. */
export async function writeResults(
  tx: Transaction,
  plan: PlanFacts,
  worked: readonly WorkedOut[],
  publication: number,
) {
  const cellIds = await cellIdsOf(tx, plan.id);
  const rows = worked.flatMap(({ rows, unchanged }) => rows.filter((row) => !unchanged.has(row)));
  const gone = worked.flatMap((each) =>
    each.gone.map(({ unitId, periodId, versionId, cell }) => ({
      unitId,
      periodId,
      versionId,
      cellId: cellIds.get(cell),
    })),
  );
  await removeResults(tx, gone);
  await upsertResults(
    tx,
    plan.id,
    rows.map((row) => ({ ...row, cellId: cellIds.get(row.cell) })),
  );
  await addFormer(
    tx,
    worked.flatMap(({ former }) =>
      former.map(({ value, ...figure }) => ({ ...figure, ...columnsOf(value), cellId: cellIds.get(figure.cell) })),
    ),
  );
  await addHidden(
    tx,
    worked.flatMap(({ newlyHidden }) =>
      newlyHidden.map(({ periodId, unitId, indicatorVersionId, cell, publicMark }) => {
        return {
          periodId,
          unitId,
          indicatorVersionId,
          cellId: cellIds.get(cell),
          mark: publicMark,
          since: publication,
        };
      }),
    ),
  );
}

/** All cells of the plan; results only ever stand in cells that a value has, or a country of the region. */
async function cellIdsOf(tx: Transaction, planId: number): Promise<Map<CellKey, number>> {
  const cells = await tx.cell.findMany({ where: { planId }, select: { id: true, key: true } });
  return new Map(cells.map(({ id, key }) => [key, id]));
}

async function removeResults(tx: Transaction, gone: readonly object[]) {
  if (gone.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM result r USING jsonb_to_recordset(${JSON.stringify(gone)}::jsonb)
      AS x("unitId" int, "periodId" int, "versionId" int, "cellId" int)
    WHERE r.unit_id = x."unitId" AND r.period_id = x."periodId" AND r.indicator_version_id = x."versionId"
      AND r.cell_id = x."cellId"`;
}

async function upsertResults(tx: Transaction, planId: number, rows: readonly object[]) {
  await tx.$executeRaw`
    INSERT INTO result AS r (plan_id, period_id, unit_id, indicator_version_id, cell_id, kind, number, below, numerator,
      numerator_below, denominator, denominator_below, yes_no, step, text, missing_reason, revision, planned, status,
      status_reason, public_status, public_status_reason, ratio, public_ratio, method_version, inputs, public_inputs,
      countries_in, countries_of, carried_from_id, public_mark, seen_mark, approved_at, publication_version)
    SELECT ${planId}::int, "periodId", "unitId", "indicatorVersionId", "cellId", kind, number, below, numerator,
      "numeratorBelow", denominator, "denominatorBelow", "yesNo", step, text, "missingReason", revision, planned, status,
      "statusReason", "publicStatus", "publicStatusReason", ratio, "publicRatio", "methodVersion", inputs, "publicInputs",
      "countriesIn", "countriesOf", "carriedFromId", "publicMark", "seenMark", "approvedAt",
      "publicationVersion"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("periodId" int, "unitId" int, "indicatorVersionId" int,
      "cellId" int, kind value_kind, number numeric(30,8), below int, numerator numeric(30,8), "numeratorBelow" int,
      denominator numeric(30,8), "denominatorBelow" int, "yesNo" boolean, step int, text text,
      "missingReason" missing_reason, revision int, planned text, status status, "statusReason" text,
      "publicStatus" status, "publicStatusReason" text, ratio numeric(40,6), "publicRatio" numeric(40,6),
      "methodVersion" text, inputs jsonb, "publicInputs" jsonb, "countriesIn" int, "countriesOf" int,
      "carriedFromId" int, "publicMark" public_mark, "seenMark" public_mark, "approvedAt" timestamp(3), "publicationVersion" int)
    ON CONFLICT (period_id, unit_id, indicator_version_id, cell_id) DO UPDATE SET
      (kind, number, below, numerator, numerator_below, denominator, denominator_below, yes_no, step, text,
        missing_reason, revision, planned, status, status_reason, public_status, public_status_reason, ratio,
        public_ratio, method_version, inputs, public_inputs, countries_in, countries_of, carried_from_id, public_mark,
        seen_mark, approved_at, publication_version) =
      (EXCLUDED.kind, EXCLUDED.number, EXCLUDED.below, EXCLUDED.numerator, EXCLUDED.numerator_below,
        EXCLUDED.denominator, EXCLUDED.denominator_below, EXCLUDED.yes_no, EXCLUDED.step, EXCLUDED.text,
        EXCLUDED.missing_reason, EXCLUDED.revision, EXCLUDED.planned, EXCLUDED.status, EXCLUDED.status_reason,
        EXCLUDED.public_status, EXCLUDED.public_status_reason, EXCLUDED.ratio, EXCLUDED.public_ratio,
        EXCLUDED.method_version, EXCLUDED.inputs, EXCLUDED.public_inputs, EXCLUDED.countries_in, EXCLUDED.countries_of,
        EXCLUDED.carried_from_id, EXCLUDED.public_mark, EXCLUDED.seen_mark, EXCLUDED.approved_at,
        EXCLUDED.publication_version)
    WHERE r IS DISTINCT FROM EXCLUDED`;
}

async function addFormer(tx: Transaction, former: readonly object[]) {
  if (former.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO former_figure (period_id, unit_id, indicator_version_id, cell_id, since, until, kind, number, below,
      numerator, numerator_below, denominator, denominator_below, mark)
    SELECT "periodId", "unitId", "versionId", "cellId", since, until, kind, number, below, numerator, "numeratorBelow",
      denominator, "denominatorBelow", mark
    FROM jsonb_to_recordset(${JSON.stringify(former)}::jsonb) AS x("periodId" int, "unitId" int, "versionId" int,
      "cellId" int, since int, until int, kind value_kind, number numeric, below int, numerator numeric,
      "numeratorBelow" int, denominator numeric, "denominatorBelow" int, mark public_mark)`;
}

async function addHidden(tx: Transaction, hidden: readonly object[]) {
  if (hidden.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO hidden_figure (period_id, unit_id, indicator_version_id, cell_id, mark, since)
    SELECT "periodId", "unitId", "indicatorVersionId", "cellId", mark, since
    FROM jsonb_to_recordset(${JSON.stringify(hidden)}::jsonb) AS x("periodId" int, "unitId" int,
      "indicatorVersionId" int, "cellId" int, mark public_mark, since int)
    ON CONFLICT DO NOTHING`;
}
