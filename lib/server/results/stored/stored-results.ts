import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { Status } from "@/lib/domain/progress/status";
import { type Approved, addApproved } from "@/lib/domain/results/approved-values";
import type { IndicatorFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import { isCumulative } from "@/lib/domain/results/plan-facts";
import { nothingSeen, resultKey, type Seen } from "@/lib/domain/results/stored-values";
import type { DisclosureState } from "@/lib/domain/suppression/tables/linked-values";
import type { Transaction } from "@/lib/server/db/client";
import { selected } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import {
  countedColumns,
  noValue,
  type ValueRow,
  valueColumns,
  valueOfResult,
  valueOfRow,
} from "@/lib/server/db/value-columns";

interface Keys {
  unitId: number;
  periodId: number;
  versionId: number;
  indicatorId: number;
  cell: string;
}
interface ResultColumns extends Keys, ValueRow {
  revision: number | null;
  approvedAt: Date;
  state: DisclosureState;
  seen: DisclosureState;
  since: number;
  status: Status | null;
  publicStatus: Status | null;
  publicStatusReason: string | null;
}

export interface Stored {
  /** Other units' values, as they were approved: never a draft. */
  approved: Approved;
  /** By indicator id. */
  seen: Map<number, Seen>;
}

/**
 * Reads what is stored of these indicators: totals of all periods, and all cells where values change or could be
 * subtracted from such.
 * @param isReplaced whether a report is being published now, so that its stored values are readers' memory only
 */
export async function loadStored(
  tx: Transaction,
  plan: PlanFacts,
  indicators: readonly IndicatorFacts[],
  periodIds: ReadonlySet<number>,
  isReplaced: (unitId: number, periodId: number) => boolean,
): Promise<Stored> {
  const stored: Stored = { approved: new Map(), seen: new Map(indicators.map(({ id }) => [id, nothingSeen()])) };
  const scope = {
    all: indicators.map(({ id }) => id),
    cumulative: indicators.filter(isCumulative).map(({ id }) => id),
    periods: [...periodIds],
  };
  const keys = (alias: "r" | "h" | "f") =>
    Prisma.raw(`${alias}.unit_id AS "unitId", ${alias}.period_id AS "periodId", iv.id AS "versionId",
      iv.indicator_id AS "indicatorId", c.key AS cell`);
  const joined = (alias: "r" | "h" | "f") =>
    Prisma.raw(
      `JOIN indicator_version iv ON iv.id = ${alias}.indicator_version_id JOIN cell c ON c.id = ${alias}.cell_id`,
    );
  // Each alternative is a column of the table itself, so that its indexes find the rows.
  const inScope = (name: "r" | "h" | "f") => {
    const alias = Prisma.raw(name);
    return Prisma.sql`iv.indicator_id = ANY(${scope.all}::int[])
      AND (${alias}.period_id = ANY(${scope.periods}::int[])
        OR ${alias}.cell_id = (SELECT id FROM cell WHERE plan_id = ${plan.id} AND key = ${totalCell})
        OR ${alias}.indicator_version_id = ANY(ARRAY(
          SELECT id FROM indicator_version WHERE indicator_id = ANY(${scope.cumulative}::int[]))))`;
  };

  const results = await tx.$queryRaw<ResultColumns[]>`
    SELECT ${keys("r")}, ${selected("r", valueColumns)}, r.revision, r.approved_at AS "approvedAt", r.disclosure_state AS state, r.seen_state AS seen,
      r.results_version AS since, r.status, r.public_status AS "publicStatus", r.public_status_reason AS "publicStatusReason"
    FROM result r ${joined("r")} WHERE r.plan_id = ${plan.id} AND ${inScope("r")}`;
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const levelOf = new Map(plan.units.map(({ id, level }) => [id, level]));
  for (const row of results) {
    const { unitId, periodId, versionId, indicatorId, cell, state, seen, since, status } = row;
    const value = valueOfResult(row);
    const place = { unitId, periodId, cell };
    const { publicStatus, publicStatusReason, revision, approvedAt } = row;
    const known = {
      ...place,
      versionId,
      value,
      revision,
      approvedAt,
      state,
      seen,
      since,
      status,
      publicStatus,
      publicStatusReason,
    };
    stored.seen.get(indicatorId)!.stored.set(resultKey(place), known);
    const indicator = byId.get(indicatorId)!;
    const isOwn = (levelOf.get(unitId) === "region") === (indicator.level === "region");
    if (!isOwn || value === null || isReplaced(unitId, periodId)) continue;
    const version = indicator.versions.find(({ id }) => id === versionId)!;
    const at = { indicatorId, unitId, periodId, version, approvedAt };
    addApproved(stored.approved, at, [[cell, { value, revision }]]);
  }

  const hidden = await tx.$queryRaw<Keys[]>`
    SELECT ${keys("h")} FROM hidden_figure h ${joined("h")} WHERE ${inScope("h")}`;
  for (const { indicatorId, ...place } of hidden) {
    stored.seen.get(indicatorId)!.hidden.add(resultKey(place));
  }

  const former = await tx.$queryRaw<
    (Keys &
      Pick<ValueRow, keyof typeof countedColumns> & {
        state: "shown" | "small" | "suppressed";
        since: number;
        until: number;
      })[]
  >`SELECT ${keys("f")}, ${selected("f", countedColumns)}, f.state, f.since, f.until
    FROM former_figure f ${joined("f")} WHERE ${inScope("f")}`;
  for (const row of former) {
    const { unitId, periodId, versionId, cell, state, since, until } = row;
    const value = valueOfRow({ ...noValue, ...row })!;
    stored.seen.get(row.indicatorId)!.former.push({ unitId, periodId, versionId, cell, value, state, since, until });
  }
  return stored;
}
