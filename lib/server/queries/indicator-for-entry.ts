import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { dimensionsOfTables } from "@/lib/server/framework/plan-dimensions";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { entryIndicator, lastFor } from "@/lib/server/reports/entry-indicator";
import { locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { readValues, visibleTo } from "@/lib/server/reports/read-reports";
import { reportHead } from "@/lib/server/reports/report-head";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { IndicatorEntryView } from "@/lib/views/entry-view";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * One indicator of a report, for its plain form.
 * @returns null where the actor may not see the report, or the indicator in it
 */
export async function indicatorForEntry(
  actor: Actor | null,
  address: ReportAddress,
  indicatorCode: string,
  { locale, now }: Asked,
): Promise<IndicatorEntryView | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !can(actor, "viewReport", subjectOf(located))) return null;
  const framework = await frameworkOf(located.plan, locale);
  const { goals, indicators } = indicatorsOfPeriod(framework, located.unit.level, located.period);
  const visible = visibleTo(actor, subjectOf(located), indicators);
  const place = visible.findIndex(({ view }) => view.code === indicatorCode);
  const asked = visible[place];
  const goal = goals.find(({ code }) => code === asked?.view.goal);
  if (!asked || !goal) return null;
  const [read] = await readValues(client, located, [asked], framework.dimensions);
  const head = reportHead(located, framework, now);
  const { dimensions } = framework;
  const last = await lastFor({ located, head }, [read!]);
  return {
    report: head,
    goal: { code: goal.code, title: goal.title, shortTitle: goal.shortTitle },
    indicator: entryIndicator(actor, { located, head, dimensions }, read!, last),
    settled: read!.settled,
    dimensions: dimensionsOfTables(dimensions, asked.view.tables),
    previous: visible[place - 1]?.view.code ?? null,
    next: visible[place + 1]?.view.code ?? null,
  };
}
