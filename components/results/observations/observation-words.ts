import { getTranslations } from "next-intl/server";
import { type ShadowWords, shadowWords } from "@/components/observations/shadow-words";
import { subjectWords } from "@/components/observations/subject-words";
import { correctionTold, type Told } from "@/components/observations/told-line";
import type { ReplyCounts } from "@/lib/domain/commitments/reply-counts";
import { type Formats, formatsOf } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import { subjectPath } from "@/lib/i18n/paths";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import { valueWordingFrom } from "@/lib/i18n/value-wording";
import { unitNamesOf } from "@/lib/i18n/wording";
import type { PublicObservation, PublicRound } from "@/lib/views/commitments/public-observation";
import { subjectText } from "@/lib/views/commitments/subject-view";
import type { ResultsPeriod } from "@/lib/views/results-plan";

export async function observationWords(locale: Locale): Promise<ObservationWords> {
  const spoken = spokenLocale(locale);
  const t = await getTranslations({ locale: spoken, namespace: "publicObservations" });
  const names = await getTranslations({ locale: spoken, namespace: "observations" });
  const formats = formatsOf(locale);
  const values = await getTranslations({ locale: spoken, namespace: "values.text" });
  const wording = valueWordingFrom(values, formats.tag);
  const shadow = shadowWords(names, wording, await unitNamesOf(locale));
  const country = await getTranslations({ locale: spoken, namespace: "country" });
  return observationWordsFrom(t, names, formats, shadow, country);
}

/** What pages, parts of pages and the feed say of a public observation, in a page's language: the same words everywhere. */
export function observationWordsFrom(
  t: TranslatorOf<"publicObservations">,
  names: TranslatorOf<"observations">,
  { day, period: periodName }: Formats,
  shadow: ShadowWords,
  country: TranslatorOf<"country">,
) {
  /** When a round was replied to, or that it wasn't. */
  const replied = ({ dueOn, reply }: PublicRound): string => {
    if (reply === null) return t("noReplyBy", { day: day(dueOn) });
    const args = { day: day(reply.givenOn), due: day(dueOn) };
    return reply.isLate ? t("repliedLate", args) : t("repliedOn", args);
  };
  const ended = ({ end, endedOn }: PublicObservation): string[] =>
    end && endedOn ? [t("endedOn", { end: names(`end.${end}`), day: day(endedOn) })] : [];

  const correction = (observation: PublicObservation, root: string): Told[] =>
    correctionTold(root, observation, names, day);

  const validAfter = ({ validity: said }: PublicObservation): string[] =>
    said ? [t("validity", { validity: said.validity, day: day(said.on), valueDay: day(said.valueOn) })] : [];

  /** What it is about: an indicator or a part of the framework with its title, or a country as a whole. */
  const subject = ({ subject: of, unit }: PublicObservation): string =>
    subjectText(of, t("wholeUnit", { unit: unit.name }), subjectWords(country));
  const place = ({ unit }: PublicObservation, period: ResultsPeriod): string =>
    t("place", { unit: unit.name, period: periodName(period) });

  return {
    t,
    names,
    periodName,
    shadow,
    subject,
    place,
    /** What stands for it where it is one of many. */
    title: (observation: PublicObservation, period: ResultsPeriod): string =>
      `${t("number", { number: observation.number })}: ${subject(observation)}, ${place(observation, period)}`,
    replied,
    ended,
    correction,
    /** Where it stands: its last reply, whether the value was corrected since and it still holds, and how it ended. */
    standing: (observation: PublicObservation, root: string): Told[] => {
      const last = observation.said?.rounds.at(-1);
      const reply = last ? [answer(replied(last), last)] : [];
      const since = [...validAfter(observation), ...ended(observation)];
      return [...reply.map(asTold), ...correction(observation, root), ...since.map(asTold)];
    },
    counts: ({ said, replied: given, late, unanswered, medianDays, corrected }: ReplyCounts): string =>
      [
        t("counts", { said, replied: given, late }),
        said > 1 ? t("unanswered", { count: unanswered }) : "",
        // Of one reply the day is told with it.
        medianDays === null || given < 2 ? "" : t("median", { days: medianDays }),
        t("corrected", { count: corrected }),
      ]
        .filter(Boolean)
        .join(" "),
  };

  function answer(state: string, { reply }: PublicRound): string {
    return reply ? t("stateKind", { state, kind: names(`replyKind.${reply.kind}`) }) : state;
  }
}
const asTold = (text: string): Told => ({ text });

export type ObservationWords = ReturnType<typeof observationWordsFrom>;

/** The page of what it is about, in its period where that has results; null where it is about a country as a whole. */
export const subjectHref = (
  root: string,
  { subject, unit }: PublicObservation,
  period: ResultsPeriod,
): string | null =>
  subject.of === "unit"
    ? null
    : subjectPath(root, subject, { unit, period: period.hasResults ? period.code : undefined });
