import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import type { EntryGoal } from "@/lib/views/entry-view";
import type { DimensionView, ReportAddress, ReportHead } from "@/lib/views/report-view";
import type { GoalOfPlan } from "../framework/framework-tree";
import { indicatorsOfPeriod } from "../framework/period-indicators";
import { frameworkOf, type PlanFramework } from "../framework/plan-framework";
import { type LocatedReport, locateReport, subjectOf } from "./locate-report";
import { type ReadReport, readReports, totalsOf, visibleTo } from "./report-figures";
import { reportHead } from "./report-head";

/** How a page is asked for: its language and the moment. */
export interface Asked {
  locale: string;
  now: Date;
}

/** A report with all that the actor may see of it: what the entry room, the check and the review have in common. */
export interface Room extends ReadReport {
  located: LocatedReport;
  framework: PlanFramework;
  head: ReportHead;
  goals: GoalOfPlan[];
  dimensions: readonly DimensionView[];
}

/** Null where there is no such unit or period, or the actor may not know of the report. */
export async function openRoom(actor: Actor | null, address: ReportAddress, asked: Asked): Promise<Room | null> {
  const located = await locateReport(await db(), address);
  return located && roomAt(actor, located, asked);
}

/** As `openRoom`, where the report's rows are at hand. */
export const roomAt = async (actor: Actor | null, located: LocatedReport, asked: Asked): Promise<Room | null> =>
  (await roomsAt(actor, located.plan, [located], asked))[0] ?? null;

/** The rooms of those of a plan's reports that the actor may know of: as many statements for all as for one. */
export async function roomsAt(
  actor: Actor | null,
  plan: LocatedReport["plan"],
  reports: readonly LocatedReport[],
  { locale, now }: Asked,
): Promise<Room[]> {
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
  const read = await readReports(await db(), asked, dimensions);
  return asked.map(({ located, goals }, place) => ({
    ...{ located, framework, goals, dimensions },
    head: reportHead(located, framework, now),
    ...read[place]!,
  }));
}

export const goalsWithTotals = ({ goals, indicators }: Pick<Room, "goals" | "indicators">): EntryGoal[] =>
  goals.map((goal) => ({ ...goal, ...totalsOf(indicators.filter(({ view }) => view.goal === goal.code)) }));
