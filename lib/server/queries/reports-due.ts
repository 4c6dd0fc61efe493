import "server-only";
import { dueState } from "@/lib/domain/framework/reporting-period";
import { type Actor, can, grantsIn } from "@/lib/domain/permissions";
import { reportLock } from "@/lib/domain/reports/report";
import { handBacksOf } from "@/lib/server/assignments/hand-backs";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { frameworkOf, type PlanAtVersion } from "@/lib/server/framework/plan-framework";
import {
  answeredVersions,
  type CountedIndicator,
  countAnswered,
  indicatorCounter,
} from "@/lib/server/reports/answered-counts";
import { assigneesOf, workOfContributors } from "@/lib/server/reports/contributors";
import { type LocatedReport, lockFacts } from "@/lib/server/reports/locate-report";
import { periodOfUnit } from "@/lib/server/reports/periods/due-dates";
import { type PlanWithReports, planWithReports } from "@/lib/server/reports/plan-reports";
import { totalsOf } from "@/lib/server/reports/read-reports";
import { periodView, planView, returnOf } from "@/lib/server/reports/report-head";
import { type Asked, type VisibleReport, visibleReports } from "@/lib/server/reports/visible-report";
import type { UnitView } from "@/lib/views/report-view";
import type { WaitingReport, WorkQuery, WorkReport, WorkView } from "@/lib/views/work-view";

/** What of reports waits for the actor in a plan; null where there is no such plan or they have no role in it. */
export const reportsDue = async (actor: Actor, planCode: string, asked: Asked): Promise<WorkView | null> =>
  (await workOfPlan(actor, planCode, asked))?.view ?? null;

/** The same with the plan's row, for whoever asks more of that plan. */
export const workOfPlan = (
  actor: Actor,
  planCode: string,
  asked: Asked,
): Promise<{ view: WorkView; plan: PlanAtVersion } | null> => workView(actor, planCode, asked, { opening: true });

/** The same for a list of reports, which nobody looks into: without their warnings and queries. */
export const reportList = async (
  actor: Actor,
  planCode: string,
  asked: Asked,
): Promise<Pick<WorkView, "units" | "reports" | "reviews"> | null> =>
  (await workView(actor, planCode, asked, { opening: false }))?.view ?? null;

async function workView(
  actor: Actor,
  planCode: string,
  asked: Asked,
  { opening }: { opening: boolean },
): Promise<{ view: WorkView; plan: PlanAtVersion } | null> {
  const client = await db();
  const plan = await planWithReports(client, planCode, asked.now);
  const grants = plan ? grantsIn(actor, plan.id) : [];
  if (!plan || grants.length === 0) return null;
  const framework = await frameworkOf(plan, asked.locale);
  const names = framework.units;
  const indicatorsOf = indicatorCounter(framework);
  const answered = await answeredVersions(
    client,
    plan.reports.map(({ id }) => id),
  );

  const own = plan.units.filter((unit) => enters(actor, plan, unit));
  const assignees = await assigneesOf(
    client,
    own.map(({ id }) => id),
  );
  const handBacks = await handBacksOf(
    client,
    own.map(({ id }) => id),
  );
  const entered = own.flatMap((unit) =>
    plan.periods.flatMap((each) => {
      const period = periodOfUnit(each, unit.id);
      const mine = indicatorsOf(unit.level, period).filter(({ id }) =>
        can(actor, "enterValue", { planId: plan.id, unit, periodId: period.id, indicatorId: id }),
      );
      if (mine.length === 0) return [];
      const report = plan.reports.find(({ unitId, periodId }) => unitId === unit.id && periodId === period.id) ?? null;
      return [{ plan, unit, period, report, mine, lock: reportLock(lockFacts(report?.state, period, asked.now)) }];
    }),
  );
  // Nothing is to be said of a report in which nothing ever stood.
  const isBegun = ({ report }: LocatedReport) => report !== null && (report.submission > 0 || answered.has(report.id));
  const opened = opening ? entered.filter((located) => isBegun(located) && located.lock === null) : [];
  const visible = await visibleReports(actor, plan, opened, asked);
  const warnings = new Map(
    visible.map(({ located, indicators }): [LocatedReport, number] => [located, totalsOf(indicators).warnings]),
  );
  const reports = entered.map((located): WorkReport => {
    const { unit, period, report, mine, lock } = located;
    const subject = { planId: plan.id, unit };
    const place = { unitId: unit.id, periodId: period.id };
    const handBackOf = (id: number) =>
      handBacks.find((one) => one.person.id === id && one.unitId === unit.id && one.periodId === period.id) ?? null;
    return {
      unit: names.get(unit.id)!,
      period: periodView(period),
      due: dueState(periodView(period), dayInRegion(asked.now)),
      state: report?.state ?? "draft",
      lock,
      isOpened: report !== null,
      total: mine.length,
      answered: countAnswered(mine, report ? answered.get(report.id) : undefined),
      warnings: warnings.get(located) ?? 0,
      returned: returnOf(report),
      submittedAt: report?.submittedAt?.toISOString() ?? null,
      approvedAt: report?.state === "approved" ? (report.approvedAt?.toISOString() ?? null) : null,
      contributors:
        can(actor, "editReport", subject) && lock === null
          ? workOfContributors(assignees, place, mine, report ? answered.get(report.id) : undefined).map((one) => ({
              ...one,
              handBack: handBackOf(one.id),
            }))
          : [],
      handBack: can(actor, "handBack", subject) && lock === null ? handBackOf(actor.id) : null,
      maySubmit: can(actor, "submitReport", subject) && lock === null,
    };
  });
  const view: WorkView = {
    plan: planView(plan, framework),
    roles: grants.map(({ role, unit }) => ({ role, unit: unit?.code ?? null })),
    reviews: plan.units.some((unit) => can(actor, "viewReview", { planId: plan.id, unit })),
    units: own.map(({ id }) => names.get(id)!),
    reports: reports.sort((one, other) => (one.period.endsOn < other.period.endsOn ? -1 : 1)),
    queries: visible.flatMap(openQueries),
    waiting: waitingFor(actor, plan, names, indicatorsOf, answered),
  };
  return { view, plan };
}

type Unit = PlanWithReports["units"][number];

/** A contributor enters a unit's values where at least one indicator is assigned to them. */
const enters = (actor: Actor, plan: PlanWithReports, unit: Unit): boolean =>
  can(actor, "editReport", { planId: plan.id, unit }) || actor.assignments.some(({ unitId }) => unitId === unit.id);

const openQueries = ({ head, indicators }: VisibleReport): WorkQuery[] =>
  indicators.flatMap(({ view: { code, title }, query }) => {
    if (!query?.isOpen) return [];
    const place = { unit: head.unit.code, period: head.period.code };
    return [{ ...place, indicator: { code, title }, query: query.query, at: query.at, by: query.by }];
  });

function waitingFor(
  actor: Actor,
  plan: PlanWithReports,
  names: ReadonlyMap<number, UnitView>,
  indicatorsOf: (level: Unit["level"], period: PlanWithReports["periods"][number]) => CountedIndicator[],
  answered: ReadonlyMap<number, ReadonlySet<number>>,
): WaitingReport[] {
  const waiting = plan.reports.flatMap((report): WaitingReport[] => {
    const unit = plan.units.find(({ id }) => id === report.unitId);
    const period = plan.periods.find(({ id }) => id === report.periodId);
    if (report.state !== "submitted" || !report.submittedAt || !unit || !period) return [];
    // Whether somebody else than the submitter could review it: then it is the actor's business, if not theirs to decide.
    if (!can(actor, "reviewReport", { planId: plan.id, unit, submittedById: null })) return [];
    const all = indicatorsOf(unit.level, period);
    return [
      {
        unit: names.get(unit.id)!,
        period: periodView(periodOfUnit(period, unit.id)),
        submission: report.submission,
        submittedAt: report.submittedAt.toISOString(),
        submittedBy: report.submittedBy?.name ?? "",
        answered: countAnswered(all, answered.get(report.id)),
        total: all.length,
        isOwn: report.submittedById === actor.id,
      },
    ];
  });
  return waiting.sort((one, other) => (one.submittedAt < other.submittedAt ? -1 : 1));
}
