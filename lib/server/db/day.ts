import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { onceEach } from "@/lib/i18n/once-each";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";

/** A date column as a day. Of a moment, `dayInRegion` is the day. */
export const dayOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);

const calendarOf = onceEach((timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }));

/** The day that it is in the region at a moment: a due date ends, and an approval bears its date, as there. */
export const dayInRegion = (moment: Date): IsoDate => calendarOf(siteTimeZone()).format(moment);
