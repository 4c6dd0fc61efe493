import { formatsOf } from "./formats";
import type { Locale } from "./routing";

/** Indochina Time, that of most of the region; a due date ends there too. */
const timeZone = "Asia/Bangkok";

/** Writes moments (ISO 8601) as the clock stood in the region: `21 May 2018 at 16:20`, and the day alone, `21 May 2018`. */
export function momentsOf(locale: Locale): { moment: (at: string) => string; day: (at: string) => string } {
  const { tag } = formatsOf(locale);
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeStyle: "short", timeZone });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone });
  return { moment: (at) => moment.format(new Date(at)), day: (at) => day.format(new Date(at)) };
}
