import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import type { GoalOfPlan } from "@/lib/server/framework/framework-tree";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import type { EntryGoal } from "@/lib/views/entry-view";
import type { DimensionView, ReportAddress, ReportHead } from "@/lib/views/report-view";
import { type LocatedReport, locateReport, subjectOf } from "./locate-report";
import { type ReadReport, readReports, totalsOf, visibleTo } from "./read-reports";
import { reportHead } from "./report-head";

/** How a page is asked for: its language and the moment. */
export interface Asked {
  locale: string;
  now: Date;
}

/** A report with all that the actor may see of it: what the entry form, the check and the review have in common. */
export interface VisibleReport extends ReadReport {
  located: LocatedReport;
  framework: PlanFramework;
  head: ReportHead;
  goals: GoalOfPlan[];
  dimensions: readonly DimensionView[];
}

/** Null where there is no such unit or period, or the actor may not know of the report. */
export async function visibleReport(
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<VisibleReport | null> {
  const located = await locateReport(await db(), address);
  return located && visibleReportAt(actor, located, asked);
}

/** As `visibleReport`, where the report's rows are at hand. */
export const visibleReportAt = async (
  actor: Actor | null,
  located: LocatedReport,
  asked: Asked,
): Promise<VisibleReport | null> => (await visibleReports(actor, located.plan, [located], asked))[0] ?? null;

/** Those of a plan's reports that the actor may know of: as many statements for all as for one. */
export async function visibleReports(
  actor: Actor | null,
  plan: LocatedReport["plan"],
  reports: readonly LocatedReport[],
  { locale, now }: Asked,
): Promise<VisibleReport[]> {
  const known = reports.filter((located) => can(actor, "viewReport", subjectOf(located)));
  if (known.length === 0) return [];
  const framework = await frameworkOf(plan, locale);
  const { dimensions } = framework;
  const asked = known.map((located) => {
    const { goals, indicators } = indicatorsOfPeriod(framework, located.unit.level, located.period);
    const visible = visibleTo(actor, subjectOf(located), indicators);
    const seen = new Set(visible.map(({ view }) => view.goal));
    return { located, goals: goals.filter(({ code }) => seen.has(code)), indicators: visible };
  });
  const read = await readReports(await db(), asked, dimensions, locale);
  return asked.map(({ located, goals }, place) => ({
    located,
    framework,
    goals,
    dimensions,
    head: reportHead(located, framework, now),
    ...read[place]!,
  }));
}

export const goalsWithTotals = ({ goals, indicators }: Pick<VisibleReport, "goals" | "indicators">): EntryGoal[] =>
  goals.map((goal) => ({ ...goal, ...totalsOf(indicators.filter(({ view }) => view.goal === goal.code)) }));
