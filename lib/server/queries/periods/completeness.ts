import "server-only";
import { dueState } from "@/lib/domain/framework/reporting-period";
import { type Actor, can } from "@/lib/domain/permissions";
import { type ReminderAudience, reminderAudience } from "@/lib/domain/reports/reminder";
import { reportLock, transitionLock } from "@/lib/domain/reports/report";
import { db } from "@/lib/server/db/client";
import { dayInRegion, dayOf } from "@/lib/server/db/day";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { answeredVersions, countAnswered, indicatorCounter } from "@/lib/server/reports/answered-counts";
import { assigneesOf, workOfContributors } from "@/lib/server/reports/contributors";
import { lockFacts } from "@/lib/server/reports/locate-report";
import { periodOfUnit } from "@/lib/server/reports/periods/due-dates";
import { focalPointsOf, lastReminders } from "@/lib/server/reports/periods/reminders";
import { type PlanWithReports, planWithReports } from "@/lib/server/reports/plan-reports";
import { periodView, planView } from "@/lib/server/reports/report-head";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { CompletenessReport, CompletenessView } from "@/lib/views/periods/completeness-view";

/**
 * How far the reports are of the units of which somebody may know; null where there are none.
 * @param shown the period that is told goal by goal, where one is asked for; one that there isn't asks for nothing
 */
export async function completeness(
  actor: Actor,
  planCode: string,
  { locale, now }: Asked,
  shown: string | null,
): Promise<CompletenessView | null> {
  const client = await db();
  const plan = await planWithReports(client, planCode, now);
  const units = plan?.units.filter((unit) => can(actor, "viewCompleteness", { planId: plan.id, unit })) ?? [];
  if (!plan || units.length === 0) return null;
  const framework = await frameworkOf(plan, locale);
  const indicatorsOf = indicatorCounter(framework);
  const reports = plan.reports.filter(({ unitId }) => units.some(({ id }) => id === unitId));
  const answered = await answeredVersions(
    client,
    reports.map(({ id }) => id),
  );
  const unitIds = units.map(({ id }) => id);
  const reminders = await lastReminders(client, plan.id, unitIds);
  const audiences = new Map(units.map((unit) => [unit.id, reminderAudience(actor, { planId: plan.id, unit })]));
  const asks = (audience: ReminderAudience) => [...audiences.values()].includes(audience);
  const focalPoints = asks("focalPoints") ? await focalPointsOf(client, plan.id) : new Map();
  const assignees = asks("contributors") ? await assigneesOf(client, unitIds) : [];
  const today = dayInRegion(now);

  const cell = (unit: PlanWithReports["units"][number], each: PlanWithReports["periods"][number]) => {
    const period = periodOfUnit(each, unit.id);
    const report = reports.find(({ unitId, periodId }) => unitId === unit.id && periodId === period.id);
    const all = indicatorsOf(unit.level, period);
    const known = report && answered.get(report.id);
    const facts = lockFacts(report?.state, period, now);
    const audience = audiences.get(unit.id) ?? null;
    const isSomebody =
      audience === "focalPoints"
        ? focalPoints.has(unit.id)
        : workOfContributors(assignees, { unitId: unit.id, periodId: period.id }, all, known).some(
            ({ left }) => left > 0,
          );
    const last = reminders
      .filter(({ unitId, periodId }) => unitId === unit.id && periodId === period.id)
      .filter((each) => audience === null || each.audience === audience)
      .sort((one, other) => other.at.getTime() - one.at.getTime())[0];
    const isReviewed = (report?.submission ?? 0) > 0 && can(actor, "viewReview", { planId: plan.id, unit });
    return {
      unit: unit.code,
      period: period.code,
      state: report?.state ?? "draft",
      answered: countAnswered(all, known),
      total: all.length,
      dueOn: dayOf(period.dueOn),
      due: dueState(periodView(period), today),
      lock: reportLock(facts),
      leadsTo: isReviewed ? "review" : "report",
      remind: transitionLock("submit", facts) === null && isSomebody ? audience : null,
      reminded: last ? { at: last.at.toISOString(), isToday: dayInRegion(last.at) === today } : null,
    } satisfies CompletenessReport;
  };
  const period = plan.periods.find(({ code }) => code === shown);
  return {
    plan: planView(plan, framework),
    periods: plan.periods.map((each) => ({ ...periodView(each), state: each.state, frequency: each.frequency })),
    units: units.map(({ id }) => framework.units.get(id)!),
    reports: plan.periods.flatMap((each) => units.map((unit) => cell(unit, each))),
    goals: period ? goalsOf(framework, { ...plan, units, reports }, period, answered) : null,
  };
}

/** A period's answers, goal by goal, in the framework's order. */
function goalsOf(
  framework: PlanFramework,
  { units, reports }: Pick<PlanWithReports, "units" | "reports">,
  period: PlanWithReports["periods"][number],
  answered: ReadonlyMap<number, ReadonlySet<number>>,
): CompletenessView["goals"] {
  const counts = units.flatMap((unit) => {
    const { indicators } = indicatorsOfPeriod(framework, unit.level, period);
    const report = reports.find(({ unitId, periodId }) => unitId === unit.id && periodId === period.id);
    const known = report && answered.get(report.id);
    return framework.goals.map(({ code }) => {
      const all = indicators.filter(({ view }) => view.goal === code);
      return { unit: unit.code, goal: code, answered: countAnswered(all, known), total: all.length };
    });
  });
  const used = framework.goals.filter(({ code }) => counts.some(({ goal, total }) => goal === code && total > 0));
  return {
    period: period.code,
    goals: used.map(({ code, shortTitle, title }) => ({ code, title: shortTitle || title })),
    counts,
  };
}
