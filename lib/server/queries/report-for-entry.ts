import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { dimensionsOfTables } from "@/lib/server/framework/plan-dimensions";
import { entryIndicator } from "@/lib/server/reports/entry-indicator";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { type Asked, goalsWithTotals, openRoom } from "@/lib/server/reports/open-room";
import { totalsOf } from "@/lib/server/reports/report-figures";
import { narrativesOfReport } from "@/lib/server/reports/report-narratives";
import type { EntryView } from "@/lib/views/entry-view";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * The entry room of a unit and period, whether or not somebody opened the report yet.
 * @param goal code of the goal whose indicators are wanted; without it, all are given
 * @returns null where there is no such report or the actor may not know of it, and for a goal that isn't theirs
 */
export async function reportForEntry(
  actor: Actor | null,
  address: ReportAddress,
  { goal, ...asked }: Asked & { goal?: string },
): Promise<EntryView | null> {
  const room = await openRoom(actor, address, asked);
  if (!room || (goal !== undefined && !room.goals.some(({ code }) => code === goal))) return null;
  const client = await db();
  const { located, head } = room;
  const subject = subjectOf(located);
  const indicators = room.indicators
    .filter(({ view }) => goal === undefined || view.goal === goal)
    .map((indicator) => entryIndicator(actor, room, indicator));
  const { startsOn, frequency } = located.period;
  const earlierPeriods = room.framework.periods.filter(
    (period) => period.frequency === frequency && period.endsOn < startsOn,
  );
  const mayEdit = can(actor, "editReport", subject);
  return {
    report: head,
    totals: totalsOf(room.indicators),
    goals: goalsWithTotals(room),
    indicators,
    dimensions: dimensionsOfTables(
      room.dimensions,
      indicators.flatMap(({ tables }) => tables),
    ),
    narratives: mayEdit ? await narrativesOfReport(client, room.framework, located.report?.id) : [],
    earlierPeriods: earlierPeriods.map(({ code, endsOn }) => ({ code, endsOn: dayOf(endsOn) })),
    abilities: {
      editReport: mayEdit && head.lock === null,
      submitReport: can(actor, "submitReport", subject) && head.lock === null,
      seeSubmission: can(actor, "submitReport", subject) && head.lock === "submitted",
    },
  };
}
