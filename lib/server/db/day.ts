import "server-only";
import type { IsoDate } from "@/lib/domain/reporting-period";
import { onceEach } from "@/lib/i18n/once-each";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";

/** A date column as a day. */
export const dayOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);

const calendarOf = onceEach((timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }));

/** The day that it is in the region at a moment. A due date ends when it ends there. */
export const dayInRegion = (now: Date): IsoDate => calendarOf(siteTimeZone()).format(now);
