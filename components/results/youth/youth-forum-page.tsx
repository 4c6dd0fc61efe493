import { getTranslations } from "next-intl/server";
import { FollowedUp } from "@/components/meetings/followed-up";
import { meetingWords } from "@/components/meetings/meeting-words";
import { EvidenceLine } from "@/components/observations/evidence/evidence-line";
import { KeyActionList } from "@/components/observations/key-actions/key-action-list";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { ResultsPage } from "@/components/results/results-page";
import { EmptyState } from "@/components/ui/empty-state";
import { answerWords, dueWords } from "@/components/youth/answer-words";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { TranslatorOf } from "@/lib/i18n/messages";
import { planPath, publicMeetingPath, youthCardPath, youthForumPath } from "@/lib/i18n/paths";
import { isLocale, type Locale, nativeNames, spokenLocale } from "@/lib/i18n/routing";
import type { ForumView, RecommendationView, YouthForumPageView } from "@/lib/views/commitments/recommendation-view";

interface Words {
  t: TranslatorOf<"youth">;
  names: TranslatorOf<"observations">;
  meetings: ReturnType<typeof meetingWords>;
  locale: Locale;
}

/** What became of what young people recommended: for a telephone, and for paper as a card. */
export async function YouthForumPage({ view, locale }: { view: YouthForumPageView; locale: Locale }) {
  const of = { locale: spokenLocale(locale) };
  const words: Words = {
    t: await getTranslations({ ...of, namespace: "youth" }),
    names: await getTranslations({ ...of, namespace: "observations" }),
    meetings: meetingWords(await getTranslations({ ...of, namespace: "meetings" }), formatsOf(locale)),
    locale,
  };
  const { t } = words;
  const root = planPath(locale, view.plan.code);
  return (
    <ResultsPage locale={locale} plan={view.plan} place="observations" path={youthForumPath("")}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {view.forums.length === 0 ? (
        <div className="mt-5">
          <EmptyState title={t("none")}>
            <p>{t("noneLead")}</p>
          </EmptyState>
        </div>
      ) : (
        view.forums.map((forum) => <Forum key={forum.meeting.code} forum={forum} words={words} root={root} />)
      )}
    </ResultsPage>
  );
}

function Forum({ forum, words, root }: { forum: ForumView; words: Words; root: string }) {
  const { t, meetings, locale } = words;
  const { meeting, theme, organisers, safeguarding, participants, recommendations } = forum;
  const title = `forum-${meeting.code}`;
  return (
    <section className="block" aria-labelledby={title}>
      <h2 id={title}>
        <a href={publicMeetingPath(root, meeting.code)} lang={languageOf(meeting.title, locale)}>
          {meeting.title}
        </a>
      </h2>
      {theme !== "" && (
        <p className="wrap-anywhere" lang={languageOf(theme, locale)}>
          {t("theme", { theme })}
        </p>
      )}
      {forum.isThemeTakenDown && <p className="note">{t("themeTakenDown")}</p>}
      <p className="note">{[meetings.when(meeting), meetings.where(meeting)].filter(Boolean).join(" · ")}</p>
      {participants && (
        <p className="note">
          {participants.total === null
            ? t("cameFew", { below: participants.below })
            : t("came", { total: participants.total, countries: participants.countries ?? 0 })}
        </p>
      )}
      {participants && participants.parts.length > 0 && (
        <p className="note">
          {participants.parts
            .map(({ sex, age, count }) =>
              t("part", {
                group: [sex && t(`sex.${sex}`), age && t(`age.${age}`)].filter(Boolean).join(", "),
                count,
              }),
            )
            .join(" · ")}
        </p>
      )}
      {organisers !== "" && <p className="note">{t("organisers", { organisers })}</p>}
      {forum.areOrganisersTakenDown && <p className="note">{t("organisersTakenDown")}</p>}
      {safeguarding && <p className="note">{t("safeguarding", { organisation: safeguarding })}</p>}
      {recommendations.length === 0 && <p className="mt-4">{t("noneSaid")}</p>}
      <ol className="youth-cards">
        {recommendations.map((each) => (
          <li key={each.id} id={`R${each.number}`} className="youth-card">
            <Recommendation recommendation={each} words={words} root={root} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Recommendation({
  recommendation,
  words,
  root,
}: {
  recommendation: RecommendationView;
  words: Words;
  root: string;
}) {
  const { t, names, meetings, locale } = words;
  const { number, node, said, due, answers, followUps } = recommendation;
  const formats = formatsOf(locale);
  const answered = answers.filter(({ answer }) => answer !== null).length;
  return (
    <>
      <p className="kicker">
        {t("number", { number: number ?? 0 })}
        {node && ` · ${node.code} ${node.title}`}
      </p>
      {said === null ? (
        <p>{t("takenDown")}</p>
      ) : (
        <>
          <blockquote className="said" lang={spokenIn(said.language, locale)}>
            {said.body}
          </blockquote>
          {said.saidIn !== said.language && isLocale(said.saidIn) && (
            <p className="note">{t("translated", { language: nativeNames[said.saidIn] })}</p>
          )}
          <p>
            <b>{t("answered", { answered, all: answers.length })}</b>
          </p>
          {due && answered < answers.length && (
            <p className="note">{dueWords(due, due.meeting.endsOn && meetings.when(due.meeting), { t, formats })}</p>
          )}
          <ul className="youth-answers">
            {answers.map(({ unit, body, isEmptied, evidence, keyActions, ...answer }) => (
              <li key={unit.code}>
                <b>{unit.name}</b> {answerWords(answer, due, { t, formats })}
                {isEmptied && <p className="note">{names("one.emptied")}</p>}
                {body !== "" && (
                  <p className="wrap-anywhere" lang={languageOf(body, locale)}>
                    {body}
                  </p>
                )}
                <EvidenceLine evidence={evidence} />
                {keyActions.length > 0 && (
                  <KeyActionList
                    keyActions={keyActions}
                    unit={unit.name}
                    words={{ names, ...formats }}
                    isOfToday={false}
                  />
                )}
              </li>
            ))}
          </ul>
          <FollowedUp followUps={followUps} locale={locale} root={root} />
          <p className="mt-4 off-paper">
            <a href={youthCardPath(root, number ?? 0)}>
              {t("card")}
              <span className="vh"> {t("number", { number: number ?? 0 })}</span>
            </a>
          </p>
        </>
      )}
    </>
  );
}
