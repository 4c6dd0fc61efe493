import { EvidenceLine } from "@/components/observations/evidence/evidence-line";
import { lastDay } from "@/components/youth/answer-words";
import { languageApartFrom } from "@/lib/i18n/language-of";
import { planPath, youthCardPath, youthForumPath } from "@/lib/i18n/paths";
import { publicationWords } from "@/lib/i18n/publication-words";
import { isLocale, type Locale, locales, nativeNames } from "@/lib/i18n/routing";
import type { AnswersDue, UnitAnswerView, YouthCardView } from "@/lib/views/commitments/recommendation-view";

type Words = Awaited<ReturnType<typeof publicationWords>>;

/**
 * What became of one recommendation, on a card to print and to share. Nothing stands around it, so that all of it is in the
 * language that was asked for; what somebody wrote stays in theirs.
 */
export async function YouthCard({ view, locale }: { view: YouthCardView; locale: Locale }) {
  const words = await publicationWords(locale);
  const {
    t,
    formats: { days, year },
  } = words;
  const { plan, meeting, recommendation } = view;
  const { number, said, due, answers, followUps } = recommendation;
  const root = planPath(locale, plan.code);
  const when = ({ startsOn, endsOn, year: of }: typeof meeting) =>
    startsOn && endsOn ? days(startsOn, endsOn) : year(`${of}-07-01`);
  const answered = answers.filter(({ answer }) => answer !== null).length;
  return (
    <main id="main" className="card-page" lang={locale}>
      {plan.isDemonstration && <p className="note">{t("youthCard.demonstration")}</p>}
      <p className="kicker">{t("youthCard.number", { number: number ?? 0 })}</p>
      <h1>{t("youthCard.title")}</h1>
      <p className="note" lang={languageApartFrom(locale, meeting.title)}>
        {t("youthCard.from", { forum: meeting.title, day: when(meeting) })}
      </p>
      {said === null ? (
        <p className="mt-4">{t("publication.takenDown")}</p>
      ) : (
        <>
          <blockquote className="said" lang={said.language === locale ? undefined : said.language}>
            {said.body}
          </blockquote>
          {said.saidIn !== locale && isLocale(said.saidIn) && (
            <p className="note">{t("youthCard.written", { language: nativeNames[said.saidIn] })}</p>
          )}
          <p className="mt-4">
            <b>{t("youthCard.answered", { answered, all: answers.length })}</b>
          </p>
          <ul className="youth-answers">
            {answers.map((answer) => (
              <Answer key={answer.unit.code} answer={answer} due={due} words={words} locale={locale} />
            ))}
          </ul>
          {due && answered < answers.length && (
            <p className="note mt-4">
              {t(due.isPast ? "youthCard.wasDue" : "youthCard.due", {
                meeting: due.meeting.title,
                // Of a meeting whose days aren't set, the year alone is true.
                day: due.meeting.endsOn ? lastDay(due, words.formats) : words.formats.year(`${due.meeting.year}-07-01`),
              })}
            </p>
          )}
          {followUps.map(({ meeting: at, on, year: of, status, body, isEmptied }) => (
            <p key={at} className="note wrap-anywhere">
              {t("youthCard.followedUp", {
                meeting: at,
                day: on === null ? words.formats.year(`${of}-07-01`) : words.formats.day(on),
                status: t(`publication.papers.decisions.status.${status}`),
              })}
              {isEmptied && ` · ${t("publication.takenDown")}`}
              {body !== "" && (
                <>
                  {" · "}
                  <span lang={languageApartFrom(locale, body)}>{body}</span>
                </>
              )}
            </p>
          ))}
          <p className="note">{t("youthCard.nobody")}</p>
        </>
      )}
      <nav className="card-languages off-paper" aria-label={t("youthCard.languages")}>
        {locales.map((language) => (
          <a
            key={language}
            href={youthCardPath(planPath(language, plan.code), number ?? 0)}
            lang={language}
            aria-current={language === locale ? "page" : undefined}
          >
            {nativeNames[language]}
          </a>
        ))}
      </nav>
      <p className="off-paper">
        <a href={youthForumPath(root)}>{t("youthCard.all")}</a>
      </p>
    </main>
  );
}

function Answer({
  answer: { unit, answer, body, isEmptied, evidence, givenOn, isLate, keyActions },
  due,
  words: { t, formats },
  locale,
}: {
  answer: UnitAnswerView;
  due: AnswersDue | null;
  words: Words;
  locale: Locale;
}) {
  const { day } = formats;
  return (
    <li>
      <b>{unit.name}</b>{" "}
      {answer !== null
        ? [t(`youthCard.answer.${answer}`), givenOn && day(givenOn), isLate && t("youthCard.late")]
            .filter(Boolean)
            .join(" · ")
        : due?.isPast
          ? t("youthCard.noAnswerBy", { day: lastDay(due, formats) })
          : t("youthCard.noAnswer")}
      {isEmptied && <p className="note">{t("publication.takenDown")}</p>}
      {body !== "" && (
        <p className="wrap-anywhere" lang={languageApartFrom(locale, body)}>
          {body}
        </p>
      )}
      <EvidenceLine evidence={evidence} />
      {keyActions.length > 0 && (
        <>
          <p className="note">{t("youthCard.does")}</p>
          <ul className="key-actions">
            {keyActions.map(({ id, body: does, state, dueOn, doneOn }) => (
              <li key={id}>
                <p className="wrap-anywhere" lang={languageApartFrom(locale, does)}>
                  {does || t("publication.takenDown")}
                </p>
                <p className="note">
                  {state === "planned" || state === "underWay"
                    ? t("youthCard.actionBy", { state: t(`youthCard.state.${state}`), day: day(dueOn) })
                    : // What was stopped has no day of its own.
                      doneOn
                      ? t("youthCard.actionOn", { state: t(`youthCard.state.${state}`), day: day(doneOn) })
                      : t(`youthCard.state.${state}`)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}
