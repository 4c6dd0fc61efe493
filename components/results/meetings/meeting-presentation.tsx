import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AgendaPointNotes } from "@/components/meetings/agenda-point-notes";
import { DecisionList, DueDecisions } from "@/components/meetings/decision-list";
import { meetingWords } from "@/components/meetings/meeting-words";
import { SaidList } from "@/components/meetings/said-list";
import { StatusKey } from "@/components/results/status/status-key";
import { countryResults } from "@/lib/charts/country-results";
import { distributionOf } from "@/lib/charts/distribution";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { asksUnit } from "@/lib/domain/commitments/decision";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { TranslatorOf } from "@/lib/i18n/messages";
import { planPath, publicDecisionPath, publicMeetingPath } from "@/lib/i18n/paths";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import type { DueDecision } from "@/lib/views/commitments/decision-view";
import type { MeetingView } from "@/lib/views/commitments/meeting-view";
import type { PresentationView } from "@/lib/views/commitments/papers-view";
import { viewOfCountry } from "@/lib/views/country-view";
import type { RegionalView } from "@/lib/views/regional-view";
import { CountryStanding } from "./country-standing";
import { ObservationsSlide } from "./observations-slide";
import { SlideBars } from "./slide-bars";
import { SlideKeys } from "./slide-keys";
import { YouthSlide } from "./youth-slide";

interface Slide {
  title: string;
  body: ReactNode;
}

/**
 * A meeting for the screen of its room, a slide at a time: everything stands in one page, which needs no connection once it is
 * open. Links lead from slide to slide without a script; with one, keys do as well.
 */
export async function MeetingPresentation({ view, locale }: { view: PresentationView; locale: Locale }) {
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "meetings" });
  const { plan, meeting } = view;
  const { when, where, kind, chair } = meetingWords(t, formatsOf(locale));
  const page = publicMeetingPath(planPath(locale, plan.code), meeting.code);
  const slides = slidesOf(view, locale, t);
  const count = slides.length + 1;
  const notices = [plan.isDemonstration && t("slides.demonstration"), plan.isReference && t("slides.reference")];
  return (
    <main id="main">
      <Slide number={1} count={count} t={t}>
        <p className="kicker">{[meeting.code, kind(meeting)].join(" · ")}</p>
        <h1 lang={languageOf(meeting.title, locale)}>{meeting.title}</h1>
        <p className="lead">{[when(meeting), where(meeting)].filter(Boolean).join(" · ")}</p>
        {view.chair && <p className="note">{chair(view.chair)}</p>}
        <p className="note">{[plan.title, ...notices].filter(Boolean).join(" · ")}</p>
        <p>
          <a href={page}>{t("slides.leave")}</a>
        </p>
        <SlideKeys
          count={count}
          page={page}
          words={{ full: t("slides.full"), keys: t("slides.keys"), offline: t("slides.offline") }}
        />
      </Slide>
      {slides.map(({ title, body }, index) => (
        <Slide key={title} number={index + 2} count={count} t={t}>
          <h2>{title}</h2>
          {body}
        </Slide>
      ))}
    </main>
  );
}

function Slide({
  number,
  count,
  t,
  children,
}: {
  number: number;
  count: number;
  t: TranslatorOf<"meetings">;
  children: ReactNode;
}) {
  const place = t("slides.place", { number, count });
  return (
    <section id={`slide-${number}`} className="slide" aria-label={place} tabIndex={-1}>
      <div className="slide-body">{children}</div>
      <nav className="slide-nav" aria-label={t("slides.nav", { number })}>
        {number > 1 && <a href={`#slide-${number - 1}`}>{t("slides.back")}</a>}
        <span>{place}</span>
        {number < count && <a href={`#slide-${number + 1}`}>{t("slides.next")}</a>}
      </nav>
    </section>
  );
}

/** More of what was said to governments fits on no screen. */
const mostSaid = 8;

/** So many are named on a slide; the country's page names all. */
const mostNamed = 4;

/** A country as the release has it: its goals, what moves away from its target, and which decisions it was asked for. */
function CountrySlide({
  view,
  code,
  due,
  locale,
}: {
  view: RegionalView;
  code: string;
  due: readonly DueDecision[];
  locale: Locale;
}) {
  const t = useTranslations("meetings.slides");
  const { list } = formatsOf(locale);
  const own = viewOfCountry(view, code);
  if (!own) return null;
  const { movedAwayOn } = prepareFindings(own);
  const asked = due.filter(({ decision }) => asksUnit(decision, code));
  return (
    <>
      <CountryStanding view={own} />
      {movedAwayOn.length > 0 && (
        <>
          <h3>{t("movedAway", { count: movedAwayOn.length })}</h3>
          <ul className="bare-list">
            {movedAwayOn.slice(0, mostNamed).map(({ indicator }) => (
              <li key={indicator.code} lang={languageOf(indicator.title, locale)}>
                {indicator.code} {indicator.title}
              </li>
            ))}
          </ul>
          {movedAwayOn.length > mostNamed && (
            <p className="note">{t("more", { count: movedAwayOn.length - mostNamed })}</p>
          )}
        </>
      )}
      {asked.length > 0 && (
        <p className="note">{t("asked", { codes: list(asked.map(({ decision }) => decision.code)) })}</p>
      )}
    </>
  );
}

/** Those for which there is something to show. */
function slidesOf(
  { plan, meeting, decisions, due, saidDue, results, said, recommended, periods }: PresentationView,
  locale: Locale,
  t: TranslatorOf<"meetings">,
): Slide[] {
  const root = planPath(locale, plan.code);
  return [
    ...(meeting.agenda.length > 0 ? [{ title: t("agenda"), body: <Agenda view={meeting} locale={locale} /> }] : []),
    ...(results
      ? [
          { title: t("slides.goals"), body: <Goals view={results} locale={locale} /> },
          { title: t("slides.countries"), body: <Countries view={results} locale={locale} /> },
          ...results.countries.map(({ code, name }) => ({
            title: name,
            body: <CountrySlide view={results} code={code} due={due} locale={locale} />,
          })),
        ]
      : []),
    ...(due.length > 0
      ? [
          {
            title: t("due"),
            body: <DueDecisions {...{ due, locale }} decisionHref={(each) => publicDecisionPath(root, each)} />,
          },
        ]
      : []),
    ...(saidDue.length > 0
      ? [
          {
            title: t("said.title"),
            body: (
              <>
                <SaidList said={saidDue.slice(0, mostSaid)} {...{ locale, root }} />
                {saidDue.length > mostSaid && (
                  <p className="note">{t("slides.more", { count: saidDue.length - mostSaid })}</p>
                )}
              </>
            ),
          },
        ]
      : []),
    ...(decisions.length > 0
      ? [
          {
            title: t("decisions"),
            body: <DecisionList {...{ decisions, locale }} meetingHref={(code) => publicMeetingPath(root, code)} />,
          },
        ]
      : []),
    ...(said.observations.length > 0 || said.reports.length > 0
      ? [{ title: t("slides.civilSociety"), body: <ObservationsSlide {...{ said, periods, root, locale }} /> }]
      : []),
    ...(recommended.forums.some(({ recommendations }) => recommendations.length > 0)
      ? [{ title: t("slides.youth"), body: <YouthSlide recommended={recommended} locale={locale} /> }]
      : []),
  ];
}

function Agenda({ view: { agenda }, locale }: { view: MeetingView; locale: Locale }) {
  const t = useTranslations("meetings");
  return (
    <ol className="agenda">
      {agenda.map(({ position, title, isTakenDown, ...point }) => (
        <li key={position} lang={isTakenDown ? undefined : languageOf(title, locale)}>
          {isTakenDown ? t("takenDown") : title}
          <AgendaPointNotes point={point} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

/** Which release it is, and what it says in one sentence. */
function Finding({ view, locale }: { view: RegionalView; locale: Locale }) {
  const t = useTranslations("meetings.slides");
  const overview = useTranslations("public.overview");
  const { period: periodOf, day } = formatsOf(locale);
  const { percent, yearsLeft, afterEnd } = prepareFindings(view);
  const period = periodOf(view.period);
  const { release } = view.plan;
  return (
    <>
      <p className="lead">
        {percent === null ? overview("titleNone", { period }) : overview("title", { percent, yearsLeft, afterEnd })}
      </p>
      {release && (
        <p className="note">
          {t("release", { title: release.title, version: release.version, day: day(release.releasedOn), period })}
        </p>
      )}
      <StatusKey />
    </>
  );
}

function Goals({ view, locale }: { view: RegionalView; locale: Locale }) {
  return (
    <>
      <Finding view={view} locale={locale} />
      <SlideBars
        rows={view.goals.map(({ code, title, pillar }) => ({
          code,
          title,
          hue: pillar.toLowerCase(),
          counts: distributionOf(
            countryResults(view.rows.filter(({ goal }) => goal === code)).map(({ status }) => status),
          ),
        }))}
      />
    </>
  );
}

/** In the plan's order, never by rank. */
function Countries({ view, locale }: { view: RegionalView; locale: Locale }) {
  return (
    <>
      <Finding view={view} locale={locale} />
      <SlideBars
        rows={view.countries.map(({ code, name }, index) => ({
          code,
          title: name,
          hue: "plain",
          counts: distributionOf(view.rows.flatMap(({ countries }) => countries[index]?.status ?? [])),
        }))}
      />
    </>
  );
}
