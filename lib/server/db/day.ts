import "server-only";
import { timeZoneOf } from "@/lib/domain/commitments/reply-clocks";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { onceEach } from "@/lib/i18n/once-each";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";

/** A date column as a day. Of a moment, `dayInRegion` is the day. */
export const dayOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);

const calendarOf = onceEach((timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }));

/** The day that it is in the region at a moment: a due date ends, and an approval bears its date, as there. */
export const dayInRegion = (moment: Date): IsoDate => calendarOf(siteTimeZone()).format(moment);

/** The day that it is where a unit is: what it is asked for is due by its own calendar. */
export const dayInUnit = (unitCode: string, moment: Date): IsoDate =>
  calendarOf(timeZoneOf(unitCode) ?? siteTimeZone()).format(moment);

/** The moment at which a day begins by the region's clock. */
export function startOfDayInRegion(day: IsoDate): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const at = utc - offsetAt(utc);
  // Where the clock is changed that night, the difference is another one then.
  return new Date(utc - offsetAt(at));
}

/** By how much the region's clock is ahead of UTC, in milliseconds. */
function offsetAt(at: number): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: siteTimeZone(),
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - at;
}

/** Whether a period's first day has come, by the region's calendar. @param startsOn as the database keeps a day */
export const hasBegun = ({ startsOn }: { startsOn: Date }, moment: Date): boolean =>
  dayOf(startsOn) <= dayInRegion(moment);
