import { formatsOf } from "./formats";
import { onceEach } from "./once-each";
import type { Locale } from "./routing";

/** Indochina Time, that of most of the region; a due date ends there too. */
const timeZone = "Asia/Bangkok";

export interface Moments {
  /** `21 May 2018 at 16:20`. */
  moment: (at: string) => string;
  /** `21 May 2018`. */
  day: (at: string) => string;
  /** `16:20` on the day of `now`, else `21 May 2018`. */
  recent: (at: string, now: string) => string;
}

/** Writes moments (ISO 8601) as the clock stood in the region. */
export const momentsOf = onceEach((locale: Locale): Moments => {
  const { tag } = formatsOf(locale);
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeStyle: "short", timeZone });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: "short", timeZone });
  const dayOf = (at: string) => day.format(new Date(at));
  return {
    moment: (at) => moment.format(new Date(at)),
    day: dayOf,
    recent: (at, now) => (dayOf(at) === dayOf(now) ? time.format(new Date(at)) : dayOf(at)),
  };
});
