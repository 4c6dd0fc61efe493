import "server-only";
import { mayTakeOver } from "@/lib/domain/assignments/take-over-may";
import { type Actor, can } from "@/lib/domain/permissions";
import { spokenLocale, translatedLocales } from "@/lib/i18n/routing";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { dimensionsOfTables } from "@/lib/server/framework/plan-dimensions";
import { frameworkOf, type PlanAtVersion } from "@/lib/server/framework/plan-framework";
import { entryIndicator, lastFor } from "@/lib/server/reports/entry-indicator";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { totalsOf } from "@/lib/server/reports/read-reports";
import { narrativesOfReport } from "@/lib/server/reports/report-narratives";
import { type Asked, goalsWithTotals, visibleReport } from "@/lib/server/reports/visible-report";
import { whoEnters } from "@/lib/server/reports/who-enters";
import type { EntryView } from "@/lib/views/entry-view";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * The entry form of a unit and period, whether or not somebody opened the report yet.
 * @returns null where there is no such report or the actor may not know of it
 */
export async function reportForEntry(
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<EntryView | null> {
  const visible = await visibleReport(actor, address, asked);
  if (!visible) return null;
  const client = await db();
  const { located, head } = visible;
  const subject = subjectOf(located);
  const enteredBy = await whoEnters(client, located, actor);
  const otherTitles = await titlesElsewhere(located.plan, asked.locale);
  const last = await lastFor(visible, visible.indicators);
  const indicators = visible.indicators.map((indicator) =>
    entryIndicator(actor, visible, indicator, last, {
      ...enteredBy(indicator),
      otherTitles: otherTitles(indicator.versionId),
    }),
  );
  const { startsOn, frequency } = located.period;
  const earlierPeriods = visible.framework.periods.filter(
    (period) => period.frequency === frequency && period.endsOn < startsOn,
  );
  const mayEdit = can(actor, "editReport", subject);
  return {
    report: head,
    totals: totalsOf(visible.indicators),
    goals: goalsWithTotals(visible),
    indicators,
    dimensions: dimensionsOfTables(
      visible.dimensions,
      indicators.flatMap(({ tables }) => tables),
    ),
    narratives: mayEdit ? await narrativesOfReport(client, visible.framework, located.report?.id) : [],
    earlierPeriods: earlierPeriods.map(({ code, endsOn }) => ({ code, endsOn: dayOf(endsOn) })),
    abilities: {
      editReport: mayEdit && head.lock === null,
      importFile: can(actor, "importFile", subject) && head.lock === null,
      submitReport: can(actor, "submitReport", subject) && head.lock === null,
      takeOver: mayTakeOver(actor, subject) && head.lock === null,
      seeSubmission: can(actor, "submitReport", subject) && head.lock === "submitted",
    },
  };
}

/** Titles in the other languages that pages speak, by indicator version: a search finds those too. */
async function titlesElsewhere(plan: PlanAtVersion, locale: string) {
  const others = translatedLocales.filter((each) => each !== spokenLocale(locale));
  const frameworks = await Promise.all(others.map((other) => frameworkOf(plan, other)));
  const titles = new Map<number, string[]>();
  for (const { indicators } of frameworks)
    for (const { id, view } of indicators.flatMap(({ versions }) => versions))
      titles.set(id, [...(titles.get(id) ?? []), view.title]);
  return (versionId: number) => titles.get(versionId) ?? [];
}
