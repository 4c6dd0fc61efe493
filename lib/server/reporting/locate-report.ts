import "server-only";
import type { UnitSubject } from "@/lib/domain/permissions";
import { type LockFacts, type ReportLock, type ReportState, reportLock } from "@/lib/domain/report";
import { areCodes } from "@/lib/schemas/report-forms";
import type { ReportAddress } from "@/lib/schemas/report-view";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion, dayOf } from "@/lib/server/db/day";

/** The rows that an address names. The report is null until somebody opens it. */
export type LocatedReport = NonNullable<Awaited<ReturnType<typeof locateReport>>>;

const periodSelect = {
  id: true,
  code: true,
  startsOn: true,
  endsOn: true,
  dueOn: true,
  state: true,
  frequency: true,
} as const;

export const reportSelect = {
  id: true,
  state: true,
  rowVersion: true,
  submission: true,
  submittedAt: true,
  submittedById: true,
  submittedBy: { select: { name: true } },
  approvedAt: true,
  approvedBy: { select: { name: true } },
  // The last decision: what came after it was submitted anew, or withdrawn again.
  decisions: { orderBy: { id: "desc" }, take: 1, select: { submission: true } },
} as const;

/** Finds plan, unit, period and report by their codes; null where one of the first three doesn't exist. */
export async function locateReport(client: Pick<Transaction, "plan">, { plan: code, unit, period }: ReportAddress) {
  if (!areCodes(code, unit, period)) return null;
  const found = await client.plan.findUnique({
    where: { code },
    select: {
      id: true,
      code: true,
      isReference: true,
      isDemonstration: true,
      publicationVersion: true,
      units: { where: { code: unit }, select: { id: true, code: true, level: true } },
      periods: {
        where: { code: period },
        select: { ...periodSelect, reports: { where: { unit: { code: unit } }, select: reportSelect } },
      },
    },
  });
  const [unitRow] = found?.units ?? [];
  const [periodRow] = found?.periods ?? [];
  if (!found || !unitRow || !periodRow) return null;
  const { units: _units, periods: _periods, ...plan } = found;
  const { reports, ...rest } = periodRow;
  return { plan, unit: unitRow, period: rest, report: reports[0] ?? null };
}

/** What permissions are asked about. */
export const subjectOf = ({ plan, unit }: Pick<LocatedReport, "plan" | "unit">): UnitSubject => ({
  planId: plan.id,
  unit,
});

/** What the rules about locks ask. A report that nobody opened is a draft. */
export function lockFacts(
  state: ReportState | undefined,
  period: { state: LockFacts["period"]["state"]; startsOn: Date },
  now: Date,
): LockFacts {
  return {
    state: state ?? "draft",
    period: { state: period.state, startsOn: dayOf(period.startsOn) },
    today: dayInRegion(now),
  };
}

export const lockOf = ({ report, period }: Pick<LocatedReport, "report" | "period">, now: Date): ReportLock | null =>
  reportLock(lockFacts(report?.state, period, now));
