import { useLocale, useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import { releasePath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { WorkingMeetingView } from "@/lib/views/commitments/meeting-view";
import { AgendaPointNotes } from "./agenda-point-notes";
import { meetingWords } from "./meeting-words";

/** What is said of a meeting so far, for whoever keeps it. */
export function MeetingFacts({ view, root }: { view: WorkingMeetingView; root: string }) {
  const t = useTranslations("meetings");
  const locale = useLocale() as Locale;
  const { when, where, kind } = meetingWords(t, formatsOf(locale));
  const { agenda, release, state } = view;
  return (
    <>
      <dl className="facts mt-5">
        <dt>{t("facts.state")}</dt>
        <dd>{t(`state.${state}`)}</dd>
        <dt>{t("facts.kind")}</dt>
        <dd>{kind(view)}</dd>
        <dt>{t("facts.when")}</dt>
        <dd>{when(view)}</dd>
        <dt>{t("facts.where")}</dt>
        <dd>{where(view) || t("facts.unknown")}</dd>
        {release && (
          <>
            <dt>{t("results")}</dt>
            <dd>
              <a href={releasePath(root, release.code)}>{release.title}</a>
            </dd>
          </>
        )}
      </dl>
      {agenda.length > 0 && (
        <section className="block" aria-labelledby="agenda">
          <h2 id="agenda">{t("agenda")}</h2>
          <ol className="agenda">
            {agenda.map(({ position, title, isTakenDown, ...point }) => (
              <li key={position} className="wrap-anywhere">
                {isTakenDown ? t("takenDown") : title}
                <AgendaPointNotes point={point} locale={locale} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
