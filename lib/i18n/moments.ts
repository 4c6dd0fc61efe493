import { formatsIn } from "./formats";
import { onceEach } from "./once-each";
import { type Locale, spokenLocale } from "./routing";

export interface Moments {
  /** `21 May 2018 at 16:20 UTC+7`. */
  moment: (at: string) => string;
  /** `21 May 2018`. */
  day: (at: string) => string;
  /** `16:20 UTC+7` on the day of `now`, else `21 May 2018`. */
  recent: (at: string, now: string) => string;
  /** For a narrow column: `16:20` on the day of `now`, `21 May` in its year, else `May 2017`. */
  brief: (at: string, now: string) => string;
}

/**
 * Writes moments (ISO 8601) as the clock stood in a time zone. A time of day names its zone, in one way for all languages:
 * names such as ICT are known to few, and Intl has most of them in no language.
 */
export const momentsOf = (locale: Locale, timeZone: string): Moments => momentsIn(spokenLocale(locale), timeZone);

/** The same in a language, whether or not pages speak it. */
export const momentsIn = (language: Locale, timeZone: string): Moments => inZone(timeZone)(language);

const inZone = onceEach((timeZone: string) => {
  const offset = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" });
  /** `UTC+7`, `UTC+6:30`, `UTC`; it may be another one in summer. */
  const zone = (at: Date) => {
    const name = offset.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
    return name.replace("GMT", "UTC").replace(/\+0$/, "");
  };
  return onceEach((language: Locale): Moments => {
    const { tag } = formatsIn(language);
    const moment = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeStyle: "short", timeZone });
    const day = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone });
    const dayOfYear = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone });
    const month = new Intl.DateTimeFormat(tag, { month: "short", year: "numeric", timeZone });
    const time = new Intl.DateTimeFormat(tag, { timeStyle: "short", timeZone });
    const zoned = (format: Intl.DateTimeFormat, at: Date) => `${format.format(at)} ${zone(at)}`;
    const year = new Intl.DateTimeFormat(tag, { year: "numeric", timeZone });
    const dayOf = (at: string) => day.format(new Date(at));
    return {
      moment: (at) => zoned(moment, new Date(at)),
      day: dayOf,
      brief: (at, now) => {
        const [moment, present] = [new Date(at), new Date(now)];
        if (dayOf(at) === dayOf(now)) return time.format(moment);
        return (year.format(moment) === year.format(present) ? dayOfYear : month).format(moment);
      },
      recent: (at, now) => (dayOf(at) === dayOf(now) ? zoned(time, new Date(at)) : dayOf(at)),
    };
  });
});
