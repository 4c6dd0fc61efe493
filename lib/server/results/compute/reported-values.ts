import "server-only";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { type Approved, type ApprovedCell, addApproved } from "@/lib/domain/results/approved-values";
import type { IndicatorFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import { isReportedIn, versionFor } from "@/lib/domain/results/version-for";
import type { Transaction } from "@/lib/server/db/client";
import { selected } from "@/lib/server/db/columns";
import { type ValueRow, valueColumns, valueOfRow } from "@/lib/server/db/value-columns";

/** A report that is being published. */
export interface ReportToPublish {
  id: number;
  unitId: number;
  periodId: number;
  /** `whenApproved` for one whose approval isn't written yet. */
  approvedAt: Date;
}

/** All that a unit reports for an indicator in a period. */
export interface ReportedPlace {
  unitId: number;
  periodId: number;
  indicatorId: number;
}

/** In the place of the moment at which a report will be approved: later than any, so that the region's is the latest too. */
export const whenApproved = new Date(8_640_000_000_000_000);

type Row = ValueRow & { reportId: number; versionId: number; cell: string; revision: number };

/**
 * Adds the reports' present values, which are the approved ones, to what others have approved. Every indicator that the
 * unit should report in the period stands among them, missing where nothing was reported or where it is taken down.
 * @param isTakenDown of an indicator's values
 */
export async function addReported(
  tx: Transaction,
  plan: PlanFacts,
  indicators: readonly IndicatorFacts[],
  reports: readonly ReportToPublish[],
  approved: Approved,
  isTakenDown: (value: ReportedPlace) => boolean,
) {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT v.report_id AS "reportId", v.indicator_version_id AS "versionId", c.key AS cell, v.revision, ${selected("v", valueColumns)}
    FROM value v JOIN cell c ON c.id = v.cell_id
    WHERE v.period_id = ANY(${[...new Set(reports.map(({ periodId }) => periodId))]}::int[])
      AND v.report_id = ANY(${reports.map(({ id }) => id)}::int[])`;
  const values = new Map<string, [CellKey, ApprovedCell][]>();
  const keyOf = (reportId: number, versionId: number) => `${reportId} ${versionId}`;
  for (const row of rows) {
    const value = valueOfRow(row)!;
    const key = keyOf(row.reportId, row.versionId);
    const known = values.get(key) ?? [];
    known.push([row.cell, { value, revision: row.revision }]);
    values.set(key, known);
  }
  for (const { id, unitId, periodId, approvedAt } of reports) {
    const unit = plan.units.find((each) => each.id === unitId)!;
    const period = plan.periods.find((each) => each.id === periodId)!;
    for (const indicator of indicators) {
      if ((indicator.level === "region") !== (unit.level === "region") || !isReportedIn(indicator, period)) continue;
      // A definition that changed after its values were entered leaves them under the one before.
      const used = [versionFor(indicator, period)!, ...indicator.versions.toReversed()];
      const version = used.find((each) => values.has(keyOf(id, each.id))) ?? used[0]!;
      const at = { indicatorId: indicator.id, unitId, periodId, version, approvedAt };
      addApproved(approved, at, isTakenDown(at) ? [] : (values.get(keyOf(id, version.id)) ?? []));
    }
  }
}
