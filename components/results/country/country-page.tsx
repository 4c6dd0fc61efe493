import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ChangesSection } from "@/components/results/changes/changes-section";
import { DistributionList } from "@/components/results/distribution-list";
import { AboutSection } from "@/components/results/observations/about-section";
import { PeriodPicker } from "@/components/results/period-picker";
import { ResultsPage } from "@/components/results/results-page";
import { StatusKey } from "@/components/results/status/status-key";
import { Notice } from "@/components/ui/notice";
import { countIn, distributionOf } from "@/lib/charts/distribution";
import { prepareCompleteness } from "@/lib/charts/prepare/prepare-completeness";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { narrativeCode } from "@/lib/domain/reports/narrative";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import {
  chartPath,
  countryPath,
  csvPath,
  newObservationPath,
  periodPath,
  placePath,
  planPath,
  resultsPath,
} from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { wordingOf } from "@/lib/i18n/wording";
import type { CountryView } from "@/lib/views/country-view";
import { CountrySection } from "./country-section";

/** What was reported, what is missing and why, and what is hidden. */
function CountryCompleteness({ view, locale }: { view: CountryView; locale: Locale }) {
  const t = useTranslations("country.complete");
  const suppressedMeans = useTranslations("public.value")("suppressedMeans");
  const values = view.goals.flatMap(({ rows }) => rows.map(({ cell }) => cell.value));
  const { due, given, small, suppressed, missing, notApplicable, takenDown } = prepareCompleteness(values);
  const { plan } = view;
  return (
    <section className="block first" aria-labelledby="complete-title">
      <h2 id="complete-title">{t("title")}</h2>
      <p className="note">
        {t("summary", {
          given,
          due,
          notApplicable,
          missing: due - given,
          period: formatsOf(locale).period(view.period),
        })}{" "}
        {t("missingNotZero")} {suppressedMeans}{" "}
        {t.rich("hiding", {
          about: (chunks) => <a href={`${placePath(resultsPath(locale, plan), "about")}#marks`}>{chunks}</a>,
        })}
      </p>
      <div className="tally">
        <Tally
          name={t("reported")}
          count={given}
          parts={[
            [t("exact"), given - small - suppressed],
            [t("small", { threshold: plan.threshold }), small],
            [t("suppressed"), suppressed],
          ]}
        />
        <Tally
          name={t("missing")}
          count={due - given}
          parts={missing.map(({ reason, count }) => [t(`reason.${reason}`), count] as const)}
        />
        {notApplicable > 0 && <Tally name={t("notApplicable")} count={notApplicable} parts={[]} />}
        {takenDown > 0 && <Tally name={t("takenDown")} count={takenDown} parts={[]} />}
      </div>
    </section>
  );
}

function Tally({
  name,
  count,
  parts,
}: {
  name: ReactNode;
  count: number;
  parts: readonly (readonly [name: string, count: number])[];
}) {
  return (
    <dl className="facts spread">
      <dt className="whole">{name}</dt>
      <dd className="whole">{count}</dd>
      {parts.map(([part, number]) => [<dt key={`${part} name`}>{part}</dt>, <dd key={part}>{number}</dd>])}
    </dl>
  );
}

/**
 * The finding as a title, then in a sentence, with what it rests on.
 * @param base the country's address without the period
 */
function CountryHead({ view, base, locale }: { view: CountryView; base: string; locale: Locale }) {
  const t = useTranslations("country");
  const overview = useTranslations("public.overview");
  const formats = formatsOf(locale);
  const { name, longName } = view.country;
  const period = formats.period(view.period);
  const { percent, favourable, assessed, distribution, values } = prepareFindings(view.regional);
  const bold = (chunks: ReactNode) => <b>{chunks}</b>;
  return (
    <>
      <div className="head">
        <div>
          <p className="kicker">{longName}</p>
          <h1>{percent === null ? t("titleNone", { name, period }) : t("title", { name, percent })}</h1>
        </div>
        <PeriodPicker periods={view.periods} current={view.period.code} base={base} locale={locale} />
      </div>
      {view.approvedOn !== null && (
        <div className="intro">
          <p className="lead">
            {t("lead", {
              favourable,
              assessed,
              period,
              notAssessed: countIn(distribution, "notAssessed"),
              notApplicable: values.notApplicable,
            })}
          </p>
          <ul className="meta">
            <li>
              {t.rich("valuesReported", {
                part: formats.number(values.given),
                whole: formats.number(values.due),
                notApplicable: values.notApplicable,
                b: bold,
              })}
            </li>
            <li>{t.rich("approvedOn", { date: formats.day(view.approvedOn), b: bold })}</li>
            <li>
              <a href={`${placePath(resultsPath(locale, view.plan), "about")}#method`}>{overview("howStatus")}</a>
            </li>
          </ul>
        </div>
      )}
    </>
  );
}

/** What the country wrote of each pillar and marked public, or when that was taken down; nothing where it did of none. */
function CountryNarratives({ view, locale }: { view: CountryView; locale: Locale }) {
  const country = useTranslations("country");
  const t = useTranslations("country.narratives");
  const observations = useTranslations("publicObservations");
  if (view.narratives.length === 0) return null;
  const formats = formatsOf(locale);
  return (
    <section className="block" aria-labelledby="narratives-title">
      <h2 id="narratives-title">{t("title")}</h2>
      <p className="note">
        {t("note", { name: formats.units([view.country.name]), period: formats.period(view.period) })}
      </p>
      {view.narratives.map(({ pillar, texts }) => (
        <div key={pillar.code} className="narrative">
          <h3 className={`pill-title ${pillar.code.toLowerCase()}`}>
            {pillar.code} {pillar.title}
          </h3>
          {texts.map((said) => (
            <div key={said.kind}>
              <h4>{t(said.kind)}</h4>
              {said.text === null ? (
                <p className="note">{country("textTakenDown", { day: formats.day(said.takenDownOn) })}</p>
              ) : (
                <>
                  <p className="typed" lang={languageOf(said.text, locale)}>
                    {said.text}
                  </p>
                  <AddAbout view={view} code={narrativeCode(pillar.code, said.kind)} locale={locale}>
                    {observations("addAbout", { code: `${pillar.code}, ${t(said.kind)}` })}
                  </AddAbout>
                </>
              )}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

/** Where an observation about one of the texts is added; a release takes none. */
function AddAbout({
  view: { plan, country, period },
  code,
  locale,
  children,
}: {
  view: CountryView;
  code: string;
  locale: Locale;
  children: ReactNode;
}) {
  if (plan.release) return null;
  const about = { unit: country.code, period: period.code, narrative: code };
  return (
    <p className="add">
      <a href={newObservationPath(planPath(locale, plan.code), about)}>{children}</a>
    </p>
  );
}

/** A country: its statuses by goal, what changed, every indicator with its value, and what it wrote. */
export async function CountryPage({ view, locale, path }: { view: CountryView; locale: Locale; path: string }) {
  const t = await getTranslations("country");
  const nav = await getTranslations("public.nav");
  const wording = await wordingOf(locale);
  const formats = formatsOf(locale);
  const { country, plan, latest } = view;
  const root = resultsPath(locale, plan);
  const base = countryPath(root, country.code);
  const here = countryPath(root, country.code, view.period.code);
  const csvHref = csvPath(here);
  return (
    <ResultsPage locale={locale} plan={plan} place="countries" path={path} csvHref={csvHref}>
      <Breadcrumb
        crumbs={[
          { label: nav("overview"), href: periodPath(root, view.period.code) },
          { label: nav("countries"), href: placePath(root, "countries") },
          { label: country.name, href: null },
        ]}
      />
      <CountryHead view={view} base={base} locale={locale} />
      {view.approvedOn === null ? (
        <>
          <div className="mt-5">
            <Notice>
              <p>{t("notApproved", { name: formats.units([country.name]), period: formats.period(view.period) })}</p>
              {latest && (
                <p>
                  <a href={countryPath(root, country.code, latest.code)}>
                    {t("latest", { period: formats.period(latest) })}
                  </a>
                </p>
              )}
            </Notice>
          </div>
          <CountrySection view={view} wording={wording} locale={locale} csvHref={csvHref} />
        </>
      ) : (
        <>
          <CountryCompleteness view={view} locale={locale} />
          <section className="block" aria-labelledby="goals-title">
            <h2 id="goals-title">{t("byGoal")}</h2>
            <p className="note">{t("byGoalNote")}</p>
            <StatusKey />
            <DistributionList
              links={["#", ""]}
              chart={chartPath(here, "goals")}
              csv={csvHref}
              rows={view.goals.map(({ goal, rows }) => ({
                code: goal.code,
                title: goal.title,
                pillar: goal.pillar,
                counts: distributionOf(rows.map(({ cell }) => cell.status)),
              }))}
            />
          </section>
          <ChangesSection view={view.regional} locale={locale} />
          <CountrySection view={view} wording={wording} locale={locale} csvHref={csvHref} />
          <CountryNarratives view={view} locale={locale} />
        </>
      )}
      <AboutSection plan={plan} of="country" code={country.code} period={view.period.code} locale={locale} />
    </ResultsPage>
  );
}
