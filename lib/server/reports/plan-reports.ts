import "server-only";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { Prisma } from "@/lib/server/db/generated/client";
import { isoMoment } from "@/lib/server/db/iso-moment";
import { isPresentEdition } from "@/lib/server/framework/edition";
import type { LocatedReport } from "./locate-report";
import { ownDueDates } from "./periods/due-dates";

/** `dueOn` is for all units but those with a date of their own: `periodOfUnit` says when a unit's report is due. */
type Period = LocatedReport["period"] & { ownDueDates: Record<number, string> };
type Report = NonNullable<LocatedReport["report"]> & { unitId: number; periodId: number };

/** A plan's units, the periods that have begun, and all reports there are of them. */
export type PlanWithReports = LocatedReport["plan"] & {
  units: LocatedReport["unit"][];
  periods: Period[];
  reports: Report[];
};

const dates = ["startsOn", "endsOn", "dueOn"] as const;
type PlanRow = Omit<PlanWithReports, "periods" | "reports"> & {
  reports: ReportRow[];
  periods: (Omit<Period, (typeof dates)[number]> & Record<(typeof dates)[number], string>)[];
};

/** One statement for what Prisma's client would ask in seven: both lists of reports begin with it. */
export async function planWithReports(
  client: Pick<Transaction, "$queryRaw">,
  code: string,
  now: Date,
): Promise<PlanWithReports | null> {
  if (!areCodes(code)) return null;
  const [plan] = await client.$queryRaw<PlanRow[]>`
    SELECT p.id, p.code, (SELECT e.is_reference FROM framework_edition e WHERE e.plan_id = p.id AND ${isPresentEdition}) AS "isReference",
      p.is_demonstration AS "isDemonstration",
      p.results_version AS "resultsVersion",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('id', n.id, 'code', n.code, 'level', n.level) ORDER BY n.position)
        FROM reporting_unit n WHERE n.plan_id = p.id
      ), '[]') AS units,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('id', t.id, 'code', t.code, 'startsOn', t.starts_on, 'endsOn', t.ends_on,
          'dueOn', t.due_on, 'ownDueDates', ${ownDueDates}, 'state', t.state, 'frequency', t.frequency) ORDER BY t.ends_on, t.starts_on DESC)
        FROM reporting_period t WHERE t.plan_id = p.id AND t.starts_on <= ${dayInRegion(now)}::date
      ), '[]') AS periods,
      COALESCE((SELECT jsonb_agg(to_jsonb(o) ORDER BY o.id) FROM (${reportRows}) o), '[]') AS reports
    FROM plan p WHERE p.code = ${code}`;
  if (!plan) return null;
  const periods = plan.periods.map((period) => ({
    ...period,
    startsOn: new Date(period.startsOn),
    endsOn: new Date(period.endsOn),
    dueOn: new Date(period.dueOn),
  }));
  return { ...plan, periods, reports: plan.reports.map(reportOf) };
}

interface ReportRow extends Omit<Report, "submittedBy" | "approvedBy" | "decisions" | "submittedAt" | "approvedAt"> {
  submittedAt: string | null;
  submittedByName: string | null;
  approvedAt: string | null;
  approvedByName: string | null;
  decidedSubmission: number | null;
  decision: "returned" | "reopened" | "approved";
  reason: string;
  decidedAt: string;
  decidedByName: string;
}

const reportRows = Prisma.sql`
    SELECT r.id, r.unit_id AS "unitId", r.period_id AS "periodId", r.state, r.row_version AS "rowVersion", r.submission,
      ${isoMoment("r.submitted_at")} AS "submittedAt", r.submitted_by_id AS "submittedById", s.name AS "submittedByName",
      ${isoMoment("r.approved_at")} AS "approvedAt", a.name AS "approvedByName", d.submission AS "decidedSubmission",
      d.decision, d.reason, ${isoMoment("d.decided_at")} AS "decidedAt", d.name AS "decidedByName"
    FROM report r
      LEFT JOIN "user" s ON s.id = r.submitted_by_id
      LEFT JOIN "user" a ON a.id = r.approved_by_id
      LEFT JOIN LATERAL (
        SELECT e.submission, e.decision, e.reason, e.decided_at, u.name
        FROM review_decision e JOIN "user" u ON u.id = e.decided_by_id WHERE e.report_id = r.id ORDER BY e.id DESC LIMIT 1
      ) d ON true
    WHERE r.plan_id = p.id`;

function reportOf(row: ReportRow): Report {
  const { submittedByName, approvedByName, decidedSubmission, decision, reason, decidedAt, decidedByName, ...report } =
    row;
  return {
    ...report,
    submittedAt: moment(report.submittedAt),
    submittedBy: named(submittedByName),
    approvedAt: moment(report.approvedAt),
    approvedBy: named(approvedByName),
    decisions:
      decidedSubmission === null
        ? []
        : [
            {
              submission: decidedSubmission,
              decision,
              reason,
              decidedAt: new Date(decidedAt),
              decidedBy: { name: decidedByName },
            },
          ],
  };
}

const moment = (at: string | null) => (at === null ? null : new Date(at));
const named = (name: string | null) => (name === null ? null : { name });
