import "server-only";
import type { ReportSubject } from "@/lib/domain/permissions";
import { type LockFacts, reportLock } from "@/lib/domain/reports/report";
import type { ReportLock, ReportState } from "@/lib/domain/reports/report-state";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion, dayOf } from "@/lib/server/db/day";
import type { Frequency, PeriodState, Prisma, UnitLevel } from "@/lib/server/db/generated/client";
import { isoMoment } from "@/lib/server/db/iso-moment";
import { isPresentEdition } from "@/lib/server/framework/edition";
import type { ReportAddress } from "@/lib/views/report-view";
import { dueDateOfUnit } from "./periods/due-dates";

/** The rows that an address names. */
export interface LocatedReport {
  plan: { id: number; code: string; isReference: boolean; isDemonstration: boolean; resultsVersion: number };
  unit: { id: number; code: string; level: UnitLevel };
  period: {
    id: number;
    code: string;
    startsOn: Date;
    endsOn: Date;
    /** When the unit's report is due. */
    dueOn: Date;
    state: PeriodState;
    frequency: Frequency;
  };
  /** Null until somebody opens it. */
  report: ReportRow | null;
}

export type ReportRow = Prisma.ReportGetPayload<{ select: typeof reportSelect }>;

const reportSelect = {
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
  decisions: {
    orderBy: { id: "desc" },
    take: 1,
    select: { submission: true, decision: true, reason: true, decidedAt: true, decidedBy: { select: { name: true } } },
  },
} as const satisfies Prisma.ReportSelect;

/**
 * Finds plan, unit, period and report by their codes; null where one of the first three doesn't exist. Every page about a
 * report begins with it: one statement for what Prisma's client would ask in eight.
 */
export async function locateReport(
  client: Pick<Transaction, "$queryRaw">,
  { plan: code, unit, period }: ReportAddress,
): Promise<LocatedReport | null> {
  if (!areCodes(code, unit, period)) return null;
  const [row] = await client.$queryRaw<LocatedRow[]>`
    SELECT
      jsonb_build_object('id', p.id, 'code', p.code, 'isReference', (SELECT e.is_reference FROM framework_edition e WHERE e.plan_id = p.id AND ${isPresentEdition}),
        'isDemonstration', p.is_demonstration, 'resultsVersion', p.results_version) AS plan,
      jsonb_build_object('id', n.id, 'code', n.code, 'level', n.level) AS unit,
      jsonb_build_object('id', t.id, 'code', t.code, 'startsOn', t.starts_on, 'endsOn', t.ends_on, 'dueOn', ${dueDateOfUnit},
        'state', t.state, 'frequency', t.frequency) AS period,
      CASE WHEN r.id IS NOT NULL THEN jsonb_build_object(
        'id', r.id, 'state', r.state, 'rowVersion', r.row_version, 'submission', r.submission,
        'submittedAt', ${isoMoment("r.submitted_at")}, 'submittedById', r.submitted_by_id,
        'submittedBy', (SELECT jsonb_build_object('name', u.name) FROM "user" u WHERE u.id = r.submitted_by_id),
        'approvedAt', ${isoMoment("r.approved_at")},
        'approvedBy', (SELECT jsonb_build_object('name', u.name) FROM "user" u WHERE u.id = r.approved_by_id),
        'decision', (
          SELECT jsonb_build_object('submission', d.submission, 'decision', d.decision, 'reason', d.reason,
            'decidedAt', ${isoMoment("d.decided_at")}, 'decidedBy', jsonb_build_object('name', u.name))
          FROM review_decision d JOIN "user" u ON u.id = d.decided_by_id
          WHERE d.report_id = r.id ORDER BY d.id DESC LIMIT 1
        )
      ) END AS report
    FROM plan p
      JOIN reporting_unit n ON n.plan_id = p.id AND n.code = ${unit}
      JOIN reporting_period t ON t.plan_id = p.id AND t.code = ${period}
      LEFT JOIN report r ON r.unit_id = n.id AND r.period_id = t.id
    WHERE p.code = ${code}`;
  if (!row) return null;
  const { startsOn, endsOn, dueOn, ...rest } = row.period;
  const days = { startsOn: new Date(startsOn), endsOn: new Date(endsOn), dueOn: new Date(dueOn) };
  return { plan: row.plan, unit: row.unit, period: { ...rest, ...days }, report: reportOf(row.report) };
}

type InText<T, K extends keyof T> = Omit<T, K> & { [D in K]: T[D] extends Date ? string : string | null };
type Decision = ReportRow["decisions"][number];

interface LocatedRow extends Pick<LocatedReport, "plan" | "unit"> {
  period: InText<LocatedReport["period"], "startsOn" | "endsOn" | "dueOn">;
  report:
    | (Omit<InText<ReportRow, "submittedAt" | "approvedAt">, "decisions"> & {
        decision: InText<Decision, "decidedAt"> | null;
      })
    | null;
}

const momentIn = (text: string | null) => (text === null ? null : new Date(text));

function reportOf(row: LocatedRow["report"]): ReportRow | null {
  if (row === null) return null;
  const { decision, submittedAt, approvedAt, ...report } = row;
  return {
    ...report,
    submittedAt: momentIn(submittedAt),
    approvedAt: momentIn(approvedAt),
    decisions: decision === null ? [] : [{ ...decision, decidedAt: new Date(decision.decidedAt) }],
  };
}

/** What permissions are asked about. */
export const subjectOf = ({ plan, unit, period }: Pick<LocatedReport, "plan" | "unit" | "period">): ReportSubject => ({
  planId: plan.id,
  unit,
  periodId: period.id,
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
