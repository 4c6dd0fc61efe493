import "server-only";
import type { IsoDate } from "@/lib/domain/reporting-period";

/** A date column as a day. */
export const dayOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);

// Indochina Time: that of most of the region. A due date ends when it ends there.
const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Bangkok" });

/** The day that it is in the region at a moment. */
export const dayInRegion = (now: Date): IsoDate => calendar.format(now);
