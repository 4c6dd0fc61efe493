import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { FollowedUp } from "@/components/meetings/followed-up";
import { EvidenceLine } from "@/components/observations/evidence/evidence-line";
import { KeyActionList } from "@/components/observations/key-actions/key-action-list";
import { ShadowParts } from "@/components/observations/shadow-parts";
import { ToldLine } from "@/components/observations/told-line";
import { ResultsPage } from "@/components/results/results-page";
import { FileList } from "@/components/source-files/file-list";
import { Notice } from "@/components/ui/notice";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { TranslatorOf } from "@/lib/i18n/messages";
import { countryPath, planPath, publicObservationPath, publicObservationsPath } from "@/lib/i18n/paths";
import { isLocale, type Locale, nativeNames, spokenLocale } from "@/lib/i18n/routing";
import type { ObservationPageView, PublicRound, SaidInPublic } from "@/lib/views/commitments/public-observation";
import { type ObservationWords, observationWords, subjectHref } from "./observation-words";
import { spokenIn } from "./spoken-in";

/** One observation: about what it is, who speaks, and each round with its reply; or that it was withdrawn. */
export async function ObservationPage({ view, locale }: { view: ObservationPageView; locale: Locale }) {
  const words = await observationWords(locale);
  const filesWords = await getTranslations({ locale: spokenLocale(locale), namespace: "sourceFiles" });
  const { t } = words;
  const { plan, observation } = view;
  const { number, said, unit } = observation;
  const root = planPath(locale, plan.code);
  return (
    <ResultsPage locale={locale} plan={plan} place="observations" path={publicObservationPath("", number)}>
      <Breadcrumb
        crumbs={[
          { label: t("crumb"), href: publicObservationsPath(root) },
          { label: t("number", { number }), href: null },
        ]}
      />
      <p className="kicker">
        {t("numberOf", { number, unit: unit.name, period: formatsOf(locale).period(view.period) })}
      </p>
      <h1>{words.subject(observation)}</h1>
      {said === null ? (
        <div className="mt-5">
          <Notice title={words.ended(observation).join()}>
            <p>{t("withdrawnLead")}</p>
          </Notice>
        </div>
      ) : (
        <p className="lead">
          <ToldLine parts={words.standing(observation, root)} />
        </p>
      )}
      <Facts view={view} words={words} root={root} locale={locale} />
      {said?.rounds.map((round) => (
        <Round key={round.round} {...{ round, said, words, filesWords, locale }} unit={unit.name} plan={plan.code} />
      ))}
      {said && <FollowedUp followUps={said.followUps} locale={locale} root={root} />}
      {said && <p className="note mt-5">{t("rule")}</p>}
    </ResultsPage>
  );
}

function Facts({
  view: { observation, period },
  words,
  root,
  locale,
}: {
  view: ObservationPageView;
  words: ObservationWords;
  root: string;
  locale: Locale;
}) {
  const { t, names } = words;
  const { unit, said } = observation;
  const subject = words.subject(observation);
  const href = subjectHref(root, observation, period);
  const ofPeriod = period.hasResults ? period.code : undefined;
  const parts = said?.shadow && words.shadow.partsTitle(said.shadow);
  return (
    <dl className="facts mt-5">
      {href && (
        <>
          <dt>{t("aboutWhat")}</dt>
          <dd>
            <a href={href} lang={languageOf(subject, locale)}>
              {subject}
            </a>
          </dd>
        </>
      )}
      <dt>{t("where")}</dt>
      <dd>{unit.level === "country" ? <a href={countryPath(root, unit.code, ofPeriod)}>{unit.name}</a> : unit.name}</dd>
      {said && (
        <>
          <dt>{t("organisation")}</dt>
          <dd className="wrap-anywhere">{said.organisation ?? t("notNamed")}</dd>
          <dt>{t("kindOf")}</dt>
          <dd>{names(`kind.${said.kind}`)}</dd>
          <dt>{t("basis")}</dt>
          <dd>{names(`basis.${said.basis}`)}</dd>
          {said.shadow && (
            <>
              <dt>{t("beside.title")}</dt>
              <dd>{words.shadow.whole(said.shadow)}</dd>
              {parts && (
                <>
                  <dt>{parts}</dt>
                  <dd>
                    <ShadowParts shadow={said.shadow} words={words.shadow} />
                  </dd>
                </>
              )}
              <dt>{names("shadow.methodTerm")}</dt>
              <dd className="wrap-anywhere" lang={spokenIn(said.language, locale)}>
                {said.shadow.method}
              </dd>
            </>
          )}
        </>
      )}
    </dl>
  );
}

/** What is said in a round, and the reply to it. */
function Round({
  round: { round, body, ...answer },
  said: { language, sources, files },
  unit,
  words,
  filesWords,
  plan,
  locale,
}: {
  round: PublicRound;
  said: SaidInPublic;
  filesWords: TranslatorOf<"sourceFiles">;
  /** By its code. */
  plan: string;
  unit: string;
  words: ObservationWords;
  locale: Locale;
}) {
  const { t, names } = words;
  const { reply } = answer;
  const [title, answerTitle] = [`said-${round}`, `reply-${round}`];
  return (
    <>
      <section className="block" aria-labelledby={title}>
        <h2 id={title}>{t(round === 1 ? "words" : "secondRound")}</h2>
        <Words text={body} lang={spokenIn(language, locale)} taken={t("wordsTaken")} />
        {spokenIn(language, locale) && isLocale(language) && body !== "" && (
          <p className="note mt-3">{t("writtenIn", { language: nativeNames[language] })}</p>
        )}
        {round === 1 && files.length > 0 && (
          <>
            <h3 className="text-base mt-4">{filesWords("title")}</h3>
            <FileList plan={plan} files={files} words={{ t: filesWords, locale, lang: spokenIn(language, locale) }} />
          </>
        )}
        {round === 1 && sources.length > 0 && (
          <>
            <h3 className="text-base mt-4">{t("sources")}</h3>
            <ul className="bare-list">
              {sources.map((source) => (
                <li key={source.url} className="wrap-anywhere">
                  <a href={source.url} rel="noopener noreferrer nofollow">
                    {source.title}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {/* Told apart from the reply to what was said first. */}
      <section className="block" aria-labelledby={round === 1 ? answerTitle : `${answerTitle} ${title}`}>
        <h2 id={answerTitle}>{t("replyOf", { unit })}</h2>
        <p className="note">{words.replied({ round, body, ...answer })}</p>
        {reply && (
          <>
            <p>
              <b>{names(`replyKind.${reply.kind}`)}</b>
            </p>
            <Words text={reply.body} lang={languageOf(reply.body, locale)} taken={t("wordsTaken")} />
            <EvidenceLine evidence={reply.evidence} />
            {reply.keyActions.length > 0 && (
              <>
                <h3 className="mt-4">{t("keyActions")}</h3>
                <KeyActionList
                  keyActions={reply.keyActions}
                  unit={unit}
                  words={{ names, day: formatsOf(locale).day }}
                  isOfToday={false}
                />
              </>
            )}
          </>
        )}
      </section>
    </>
  );
}

/** As somebody typed them. */
function Words({ text, lang, taken }: { text: string; lang: string | undefined; taken: string }) {
  if (text === "") return <p className="note">{taken}</p>;
  return (
    <p className="said" lang={lang}>
      {text}
    </p>
  );
}
