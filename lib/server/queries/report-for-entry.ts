import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { dimensionsOfTables } from "@/lib/server/framework/plan-dimensions";
import { entryIndicator, lastFor } from "@/lib/server/reports/entry-indicator";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { totalsOf } from "@/lib/server/reports/read-reports";
import { narrativesOfReport } from "@/lib/server/reports/report-narratives";
import { type Asked, goalsWithTotals, visibleReport } from "@/lib/server/reports/visible-report";
import type { EntryView } from "@/lib/views/entry-view";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * The entry form of a unit and period, whether or not somebody opened the report yet.
 * @param goal code of the goal whose indicators are wanted; without it, all are given
 * @returns null where there is no such report or the actor may not know of it, and for a goal that isn't theirs
 */
export async function reportForEntry(
  actor: Actor | null,
  address: ReportAddress,
  { goal, ...asked }: Asked & { goal?: string },
): Promise<EntryView | null> {
  const visible = await visibleReport(actor, address, asked);
  if (!visible || (goal !== undefined && !visible.goals.some(({ code }) => code === goal))) return null;
  const client = await db();
  const { located, head } = visible;
  const subject = subjectOf(located);
  const shown = visible.indicators.filter(({ view }) => goal === undefined || view.goal === goal);
  const last = await lastFor(visible, shown);
  const indicators = shown.map((indicator) => entryIndicator(actor, visible, indicator, last));
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
      submitReport: can(actor, "submitReport", subject) && head.lock === null,
      seeSubmission: can(actor, "submitReport", subject) && head.lock === "submitted",
    },
  };
}
