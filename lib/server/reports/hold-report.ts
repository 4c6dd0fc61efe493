import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { type LockFacts, type PeriodState, reportLock } from "@/lib/domain/reports/report";
import type { ReportState } from "@/lib/domain/reports/report-state";
import { db, type Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { presentEdition } from "@/lib/server/framework/edition";
import type { ReportAddress } from "@/lib/views/report-view";
import { ensureReport } from "./ensure-report";
import { type LocatedReport, locateReport, lockFacts } from "./locate-report";

/** A report that takes no other transition, and whose period can't change, until the transaction ends. */
export interface HeldReport {
  id: number;
  planId: number;
  unitId: number;
  periodId: number;
  state: ReportState;
  rowVersion: number;
  submission: number;
  submittedById: number | null;
  facts: LockFacts;
  /** By the database's clock, taken while the report was held. */
  moment: Date;
}

interface Row extends Omit<HeldReport, "facts"> {
  periodState: PeriodState;
  startsOn: Date;
}

async function hold(tx: Transaction, reportId: number, now: Date): Promise<HeldReport> {
  const [row] = await tx.$queryRaw<Row[]>`
    WITH held AS (
      SELECT r.id, r.plan_id AS "planId", r.unit_id AS "unitId", r.period_id AS "periodId", r.state,
        r.row_version AS "rowVersion", r.submission, r.submitted_by_id AS "submittedById",
        p.state AS "periodState", p.starts_on AS "startsOn"
      FROM report r JOIN reporting_period p ON p.id = r.period_id
      WHERE r.id = ${reportId} FOR NO KEY UPDATE OF r FOR SHARE OF p
    )
    SELECT *, clock_timestamp() AT TIME ZONE 'UTC' AS moment FROM held`;
  const { periodState, startsOn, ...report } = row!;
  return { ...report, facts: lockFacts(report.state, { state: periodState, startsOn }, now) };
}

/** Holds a report that somebody opened. @throws Refusal `notFound` */
export function holdReport(tx: Transaction, { report }: LocatedReport, now: Date): Promise<HeldReport> {
  if (!report) throw new Refusal("notFound");
  return hold(tx, report.id, now);
}

/** @throws Refusal `notFound` */
export async function mustLocate(address: ReportAddress): Promise<LocatedReport> {
  const located = await locateReport(await db(), address);
  if (!located) throw new Refusal("notFound");
  return located;
}

/**
 * Holds the report that something is to be added to, opening it where nobody did.
 * @throws Refusal `locked`
 */
export async function holdForEditing(
  tx: Transaction,
  actor: Actor,
  address: ReportAddress,
  { plan, unit, period, report }: LocatedReport,
  now: Date,
): Promise<HeldReport> {
  const place = { planId: plan.id, unitId: unit.id, periodId: period.id };
  const held = await hold(tx, report?.id ?? (await ensureReport(tx, actor, address, place)), now);
  const lock = reportLock(held.facts);
  if (lock) throw new Refusal("locked", { lock });
  return held;
}

/**
 * Holds the report that a transition is asked of, as the person saw it.
 * @throws Refusal `notFound` where nobody opened it, `changedMeanwhile`
 */
export async function holdAsSeen(
  tx: Transaction,
  located: LocatedReport,
  rowVersion: number,
  now: Date,
): Promise<HeldReport> {
  const held = await holdReport(tx, located, now);
  if (held.rowVersion !== rowVersion) throw new Refusal("changedMeanwhile");
  return held;
}

/** Changes the held report and raises its row version. @throws Refusal `changedMeanwhile` */
export async function changeHeld(
  tx: Pick<Transaction, "report">,
  { id, state, rowVersion }: HeldReport,
  data: Pick<
    Prisma.ReportUncheckedUpdateManyInput,
    "state" | "submission" | "submittedAt" | "submittedById" | "approvedAt" | "approvedById"
  >,
): Promise<void> {
  const { count } = await tx.report.updateMany({
    where: { id, state, rowVersion },
    data: { ...data, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("changedMeanwhile");
}

/** The indicators that a unit's reports have. What is worked out for the region from the countries' isn't reported by it. */
export const reportedBy = ({ level }: LocatedReport["unit"]) =>
  ({ level: level === "region" ? "region" : { not: "region" } }) as const satisfies Prisma.IndicatorWhereInput;

/** The indicator of that code, if the unit's reports have it. */
export async function findIndicator(
  client: Pick<Transaction, "editionIndicator">,
  { plan, unit }: LocatedReport,
  code: string,
): Promise<{ id: number; code: string } | null> {
  const indicator = await client.editionIndicator.findFirst({
    where: { edition: { planId: plan.id, ...presentEdition }, code, indicator: reportedBy(unit) },
    select: { indicatorId: true, code: true },
  });
  return indicator && { id: indicator.indicatorId, code: indicator.code };
}

/** The same. @throws Refusal `notFound` */
export async function mustFindIndicator(...asked: Parameters<typeof findIndicator>) {
  const indicator = await findIndicator(...asked);
  if (!indicator) throw new Refusal("notFound");
  return indicator;
}
