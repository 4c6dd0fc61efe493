import "server-only";
import { dueState } from "@/lib/domain/framework/reporting-period";
import { type Actor, can } from "@/lib/domain/permissions";
import { isWithdrawn, reportLock } from "@/lib/domain/reports/report";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { answeredVersions, countAnswered, indicatorCounter } from "@/lib/server/reports/answered-counts";
import { lockFacts } from "@/lib/server/reports/locate-report";
import { periodOfUnit } from "@/lib/server/reports/periods/due-dates";
import { planWithReports } from "@/lib/server/reports/plan-reports";
import { periodView, planView } from "@/lib/server/reports/report-head";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ReviewListReport, ReviewListView } from "@/lib/views/review-view";

/** All reports of the plan for whoever sees their reviews; null for everybody else. */
export async function reviewList(
  actor: Actor,
  planCode: string,
  { locale, now }: Asked,
): Promise<ReviewListView | null> {
  const client = await db();
  const plan = await planWithReports(client, planCode, now);
  if (!plan) return null;
  const units = plan.units.filter((unit) => can(actor, "viewReview", { planId: plan.id, unit }));
  if (units.length === 0) return null;
  const framework = await frameworkOf(plan, locale);
  const indicatorsOf = indicatorCounter(framework);
  const answered = await answeredVersions(
    client,
    plan.reports.map(({ id }) => id),
  );
  const reports = plan.periods.flatMap((period) =>
    units.map((unit): ReviewListReport => {
      const report = plan.reports.find(({ unitId, periodId }) => unitId === unit.id && periodId === period.id);
      const all = indicatorsOf(unit.level, period);
      return {
        unit: unit.code,
        period: period.code,
        state: report?.state ?? "draft",
        submission: report?.submission ?? 0,
        isWithdrawn: report !== undefined && isWithdrawn(report, report.decisions[0]?.submission),
        submittedAt: report?.submittedAt?.toISOString() ?? null,
        submittedBy: report?.submittedBy?.name ?? null,
        isOwn: report?.submittedById === actor.id,
        approvedAt: report?.state === "approved" ? (report.approvedAt?.toISOString() ?? null) : null,
        due: dueState(periodView(periodOfUnit(period, unit.id)), dayInRegion(now)),
        answered: report ? countAnswered(all, answered.get(report.id)) : 0,
        total: all.length,
        lock: reportLock(lockFacts(report?.state, period, now)),
      };
    }),
  );
  const waits = ({ state }: ReviewListReport) => (state === "submitted" ? 0 : 1);
  return {
    plan: planView(plan, framework),
    mayLock: can(actor, "keepPeriods", { planId: plan.id }),
    periods: plan.periods.map((period) => ({ ...periodView(period), state: period.state })),
    units: units.map(({ id }) => framework.units.get(id)!),
    reports: reports.sort((one, other) => waits(one) - waits(other)),
  };
}
