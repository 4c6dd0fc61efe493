import { getTranslations } from "next-intl/server";
import { meetingWords } from "@/components/meetings/meeting-words";
import { ResultsPage } from "@/components/results/results-page";
import { EmptyState } from "@/components/ui/empty-state";
import { isComing } from "@/lib/domain/commitments/meeting";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import { planPath, publicMeetingPath, publicMeetingsPath, youthForumPath } from "@/lib/i18n/paths";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import type { MeetingHead, MeetingsPageView } from "@/lib/views/commitments/meeting-view";

/** The calendar: meetings to come, and those that were held, by year. */
export async function MeetingsPage({ view, locale }: { view: MeetingsPageView; locale: Locale }) {
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "meetings" });
  const youth = await getTranslations({ locale: spokenLocale(locale), namespace: "youth" });
  const formats = formatsOf(locale);
  const words = meetingWords(t, formats);
  const root = planPath(locale, view.plan.code);
  const chairIn = ({ year, unit }: Pick<MeetingHead, "year" | "unit">) => {
    const chair = view.chairs.find((each) => each.year === year);
    return chair && !unit ? words.chair(chair) : "";
  };
  const list = (meetings: readonly MeetingHead[], Title: "h3" | "h4") => (
    <ol className="meetings">
      {meetings.map((meeting) => (
        <li key={meeting.code}>
          <p className="kicker">{[meeting.code, words.kind(meeting), t(`state.${meeting.state}`)].join(" · ")}</p>
          <Title>
            <a href={publicMeetingPath(root, meeting.code)} lang={languageOf(meeting.title, locale)}>
              {meeting.title}
            </a>
          </Title>
          <p className="note">
            {[words.when(meeting), words.where(meeting), isComing(meeting.state) && chairIn(meeting)]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </li>
      ))}
    </ol>
  );
  const isEmpty = view.coming.length === 0 && view.past.length === 0;
  return (
    <ResultsPage locale={locale} plan={view.plan} place="meetings" path={publicMeetingsPath("")}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <p className="mt-3">
        <a href={youthForumPath(root)}>{youth("title")}</a>
      </p>
      {isEmpty ? (
        <div className="mt-5">
          <EmptyState title={t("none")}>
            <p>{t("noneLead")}</p>
          </EmptyState>
        </div>
      ) : (
        <>
          <section className="block" aria-labelledby="coming">
            <h2 id="coming">{t("coming")}</h2>
            {view.coming.length === 0 ? <p className="note">{t("noneComing")}</p> : list(view.coming, "h3")}
          </section>
          {view.past.length > 0 && (
            <section className="block" aria-labelledby="past">
              <h2 id="past">{t("past")}</h2>
              {view.past.map(({ year, meetings }) => (
                <section key={year} className="mt-5" aria-labelledby={`year-${year}`}>
                  <h3 id={`year-${year}`}>{formats.year(`${year}-07-01`)}</h3>
                  {chairIn({ year, unit: null }) && <p className="note">{chairIn({ year, unit: null })}</p>}
                  {list(meetings, "h4")}
                </section>
              ))}
            </section>
          )}
        </>
      )}
    </ResultsPage>
  );
}
