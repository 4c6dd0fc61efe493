import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { AfterEnd } from "@/lib/domain/progress/after-end";
import type { Status } from "@/lib/domain/progress/status";
import { type Approved, addApproved } from "@/lib/domain/results/approved-values";
import type { IndicatorFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import { countsPersons, isCumulative } from "@/lib/domain/results/plan-facts";
import {
  allBounds,
  moreTelling,
  mostTold,
  nothingSeen,
  resultKey,
  type Seen,
} from "@/lib/domain/results/stored-values";
import type { DisclosureState, SeenState } from "@/lib/domain/suppression/tables/linked-values";
import type { Transaction } from "@/lib/server/db/client";
import { ofTable, selected } from "@/lib/server/db/columns";
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
/** As it stands now. */
interface PresentRow extends Keys, ValueRow {
  revision: number | null;
  approvedAt: Date;
  state: DisclosureState;
  bound: number | null;
  toldLeast: number | null;
  since: number;
  method: number;
  status: Status | null;
  publicStatus: Status | null;
  publicStatusReason: string | null;
  afterEnd: AfterEnd | null;
  publicAfterEnd: AfterEnd | null;
}
/** A value as it stood until some results version: the same one still, or one that gave way to another. */
interface EarlierRow extends Keys, Pick<ValueRow, keyof typeof countedColumns> {
  /** The most that was told of it. */
  state: SeenState;
  /** Of where it showed as `<n`: the lowest and the highest n. */
  lowest: number | null;
  highest: number | null;
  toldLeast: number | null;
  wasHidden: boolean;
  since: number;
  until: number;
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
  const keys = Prisma.raw(
    `r.unit_id AS "unitId", r.period_id AS "periodId", iv.indicator_id AS "indicatorId", c.key AS cell`,
  );
  // Each alternative is a column of the table itself, so that its indexes find the rows.
  const inScope = (indicatorIds: readonly number[]) => Prisma.sql`
    FROM result r JOIN indicator_version iv ON iv.id = r.indicator_version_id JOIN cell c ON c.id = r.cell_id
    WHERE r.plan_id = ${plan.id} AND iv.indicator_id = ANY(${indicatorIds}::int[])
      AND (r.period_id = ANY(${[...periodIds]}::int[])
        OR r.cell_id = (SELECT id FROM cell WHERE plan_id = ${plan.id} AND key = ${totalCell})
        OR r.indicator_version_id = ANY(ARRAY(
          SELECT id FROM indicator_version WHERE indicator_id = ANY(${indicators.filter(isCumulative).map(({ id }) => id)}::int[]))))`;

  const present = await tx.$queryRaw<PresentRow[]>`
    SELECT ${keys}, iv.id AS "versionId", ${selected("r", valueColumns)}, r.revision, r.approved_at AS "approvedAt",
      r.disclosure_state AS state, r.disclosure_bound AS bound, r.told_least AS "toldLeast",
      r.value_since AS since, r.method,
      r.status, r.public_status AS "publicStatus", r.public_status_reason AS "publicStatusReason",
      r.after_end AS "afterEnd", r.public_after_end AS "publicAfterEnd"
    ${inScope(indicators.map(({ id }) => id))} AND r.until_version IS NULL`;
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const levelOf = new Map(plan.units.map(({ id, level }) => [id, level]));
  for (const row of present) {
    const { unitId, periodId, cell, versionId, indicatorId, state, bound, toldLeast, since, revision, approvedAt } =
      row;
    const { method, status, publicStatus, publicStatusReason, afterEnd, publicAfterEnd } = row;
    const value = valueOfResult(row);
    const { stored: known, hidden } = stored.seen.get(indicatorId)!;
    const key = resultKey(row);
    known.set(key, {
      unitId,
      periodId,
      cell,
      versionId,
      value,
      revision,
      approvedAt,
      state,
      bound,
      seen: state,
      since,
      bounds: bound === null ? null : { lowest: bound, highest: bound },
      toldLeast,
      method,
      status,
      publicStatus,
      publicStatusReason,
      afterEnd,
      publicAfterEnd,
    });
    if (isHidden(state)) hidden.add(key);
    const indicator = byId.get(indicatorId)!;
    const isOwn = (levelOf.get(unitId) === "region") === (indicator.level === "region");
    if (!isOwn || value === null || isReplaced(unitId, periodId)) continue;
    const version = indicator.versions.find(({ id }) => id === versionId)!;
    const at = { indicatorId, unitId, periodId, version, approvedAt };
    addApproved(stored.approved, at, [[cell, { value, revision }]]);
  }

  // Each value that stood somewhere is one row, however often its status or its disclosure changed meanwhile. States stand in
  // the order of what they tell, the most telling first.
  const earlier = await tx.$queryRaw<EarlierRow[]>`
    SELECT ${keys}, (array_agg(iv.id ORDER BY r.from_version DESC))[1] AS "versionId", ${selected("r", countedColumns)},
      min(r.disclosure_state) AS state, min(r.disclosure_bound) AS lowest, max(r.disclosure_bound) AS highest,
      max(r.told_least) AS "toldLeast",
      bool_or(r.disclosure_state IN ('small', 'suppressed')) AS "wasHidden",
      r.value_since AS since, max(r.until_version) AS until
    ${inScope(indicators.filter(countsPersons).map(({ id }) => id))} AND r.until_version IS NOT NULL
      AND r.kind IN ('number', 'censored', 'ratio')
    GROUP BY r.unit_id, r.period_id, iv.indicator_id, c.key, r.value_since, ${ofTable("r", countedColumns)}`;
  for (const row of earlier) {
    const { unitId, periodId, cell, versionId, state, since, until, lowest, highest, toldLeast } = row;
    const bounds = lowest === null || highest === null ? null : { lowest, highest };
    const { stored: known, hidden, former } = stored.seen.get(row.indicatorId)!;
    const key = resultKey(row);
    if (row.wasHidden) hidden.add(key);
    const now = known.get(key);
    if (now?.since === since) {
      now.seen = moreTelling(now.seen, state);
      now.bounds = allBounds(now.bounds, bounds);
      now.toldLeast = mostTold(now.toldLeast, toldLeast);
    } else {
      const value = valueOfRow({ ...noValue, ...row })!;
      former.push({ unitId, periodId, cell, versionId, value, state, bounds, toldLeast, since, until });
    }
  }
  return stored;
}

const isHidden = (state: DisclosureState) => state === "small" || state === "suppressed";
