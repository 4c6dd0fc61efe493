import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import { dayInRegion } from "@/lib/server/db/day";

/** The hour of the morning at which a day's mail goes out, by the site's clock. */
const DIGEST_HOUR = 7;
const DAY_MS = 86_400_000;

/** The next mornings after a moment, beginning with the nearest: the day, and when its mail goes out. */
export function* mornings(after: Date): Generator<{ day: IsoDate; at: Date }> {
  const today = Date.parse(dayInRegion(after));
  for (let ahead = 0; ; ahead++) {
    const day = new Date(today + ahead * DAY_MS).toISOString().slice(0, 10);
    const at = morningOf(day);
    if (at > after) yield { day, at };
  }
}

/** When a day's mail goes out. Where clocks are put forward over the hour, at the nearest moment that there is. */
export function morningOf(day: IsoDate): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + DIGEST_HOUR * 3_600_000;
  // The difference that holds at the moment itself, for which the first answer is near enough.
  const near = asIfUtc - aheadOfUtc(new Date(asIfUtc));
  return new Date(asIfUtc - aheadOfUtc(new Date(near)));
}

/** By how many milliseconds the site's clock is ahead of UTC at a moment. */
function aheadOfUtc(moment: Date): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: siteTimeZone(),
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(moment);
  const part = (name: string) => Number(parts.find(({ type }) => type === name)!.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return shown - Math.floor(moment.getTime() / 60_000) * 60_000;
}
