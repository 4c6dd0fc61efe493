import { isComing } from "@/lib/domain/commitments/meeting";
import type { Formats } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { Chair, MeetingHead } from "@/lib/views/commitments/meeting-view";

/** What every page says of a meeting: the same words everywhere. */
export function meetingWords(t: TranslatorOf<"meetings">, { days, year: yearOf }: Formats) {
  /** `14–16 February 2012`, or what is known of it. */
  const when = ({ startsOn, endsOn, year, state }: MeetingHead): string => {
    if (startsOn && endsOn) return days(startsOn, endsOn);
    return t(isComing(state) ? "daysToCome" : "daysOpen", { year: yearOf(`${year}-07-01`) });
  };
  /** The town or that it was taken down, the country that hosts it, or that it is online; empty where none of it is known. */
  const where = ({ place: town, isPlaceTakenDown, host, isOnline }: MeetingHead): string => {
    const place = isPlaceTakenDown ? t("placeTakenDown") : town;
    const at = place && host ? t("placeOf", { place, country: host.name }) : place || (host?.name ?? "");
    if (!isOnline) return at;
    return at === "" ? t("online") : t("placeOnline", { place: at });
  };
  const kind = ({ kind, unit }: MeetingHead): string =>
    unit ? t("kindIn", { kind: t(`kind.${kind}`), unit: unit.name }) : t(`kind.${kind}`);
  const chair = ({ year, unit }: Chair): string => t("chairOf", { year: yearOf(`${year}-07-01`), country: unit.name });
  return { when, where, kind, chair };
}
export type MeetingWords = ReturnType<typeof meetingWords>;
