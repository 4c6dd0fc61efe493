import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { IndicatorEntryView } from "@/lib/schemas/entry-view";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { entryIndicator } from "@/lib/server/reporting/entry-indicator";
import { type Asked, openRoom } from "@/lib/server/reporting/open-room";
import { dimensionsOfTables } from "@/lib/server/reporting/plan-dimensions";

/**
 * One indicator of a report, for its plain form.
 * @returns null where the actor may not see the report, or the indicator in it
 */
export async function indicatorForEntry(
  actor: Actor | null,
  address: ReportAddress,
  indicatorCode: string,
  asked: Asked,
): Promise<IndicatorEntryView | null> {
  const room = await openRoom(actor, address, asked);
  const place = room?.indicators.findIndex(({ view }) => view.code === indicatorCode) ?? -1;
  const found = room?.indicators[place];
  const goal = room?.goals.find(({ code }) => code === found?.view.goal);
  if (!room || !found || !goal) return null;
  return {
    report: room.head,
    goal: { code: goal.code, title: goal.title, shortTitle: goal.shortTitle },
    indicator: entryIndicator(actor, room, found),
    dimensions: dimensionsOfTables(room.dimensions, found.view.tables),
    previous: room.indicators[place - 1]?.view.code ?? null,
    next: room.indicators[place + 1]?.view.code ?? null,
  };
}
