import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DistributionList, type DistributionRow } from "@/components/results/distribution-list";
import { HeatSection } from "@/components/results/heat/heat-section";
import { AboutSection } from "@/components/results/observations/about-section";
import { PeriodPicker } from "@/components/results/period-picker";
import { ResultsPage } from "@/components/results/results-page";
import { distributionOf } from "@/lib/charts/distribution";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { type HeatPillar, heatGoal } from "@/lib/charts/prepare/prepare-heat";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import {
  chartPath,
  csvPath,
  goalPath,
  newObservationPath,
  periodPath,
  placePath,
  planPath,
  publicDecisionPath,
  resultsPath,
} from "@/lib/i18n/paths";
import { namingCarried } from "@/lib/i18n/result-wording";
import type { Locale } from "@/lib/i18n/routing";
import type { GoalView, OutcomeView } from "@/lib/views/goal-view";
import type { RegionalView } from "@/lib/views/regional-view";

/** How often each status occurs in each country, in the plan's order: never by rank. */
function countryRows(view: RegionalView): DistributionRow[] {
  return view.countries.map(({ code, name }, index) => ({
    code,
    title: name,
    pillar: null,
    counts: distributionOf(view.rows.flatMap((row) => row.countries[index]?.status ?? [])),
  }));
}

/** What a goal consists of: its outcomes, their outputs, and what may be done for each output. */
function OutcomesSection({ view, locale }: { view: GoalView; locale: Locale }) {
  const t = useTranslations("public.goal");
  return (
    <section className="block" aria-labelledby="outcomes-title">
      <h2 id="outcomes-title">{t("outcomes")}</h2>
      <p className="note">{t("outcomesNote")}</p>
      <div className="outcomes">
        {view.outcomes.map(({ code, title, description, outputs }) => (
          <div key={code} id={code}>
            <h3 lang={languageOf(title, locale)}>
              <span className="code">{code}</span> {title}
            </h3>
            {description && (
              <p className="note" lang={languageOf(description, locale)}>
                {description}
              </p>
            )}
            <AddAbout code={code} view={view} locale={locale} />
            <ul>
              {outputs.map((output) => (
                <Output key={output.code} output={output} view={view} locale={locale} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

interface OnPage {
  view: GoalView;
  locale: Locale;
}

function Output({ output, view, locale }: OnPage & { output: OutcomeView["outputs"][number] }) {
  const t = useTranslations("public.goal");
  const { code, title, activities } = output;
  return (
    <li id={code}>
      <span className="code">{code}</span>
      <div>
        <b lang={languageOf(title, locale)}>{title}</b>
        {activities.length > 0 && (
          <ul aria-label={t("activities", { code })}>
            {activities.map((activity) => (
              <li key={activity} lang={languageOf(activity, locale)}>
                {activity}
              </li>
            ))}
          </ul>
        )}
        <AddAbout code={code} view={view} locale={locale} />
      </div>
    </li>
  );
}

/** Where an observation about an outcome or an output is added; a release takes none. */
function AddAbout({ code, view: { regional }, locale }: OnPage & { code: string }) {
  const t = useTranslations("publicObservations");
  const { plan, period } = regional;
  if (plan.release) return null;
  return (
    <p className="add">
      <a href={newObservationPath(planPath(locale, plan.code), { node: code, period: period.code })}>
        {t("addAbout", { code })}
      </a>
    </p>
  );
}

/** A goal: how its indicators stand, country by country, and what it consists of. */
export async function GoalPage({ view, locale, path }: { view: GoalView; locale: Locale; path: string }) {
  const t = await getTranslations("public");
  const { regional, code, pillar } = view;
  const root = resultsPath(locale, regional.plan);
  const ofPeriod = periodPath(root, regional.period.code);
  const formats = formatsOf(locale);
  const period = formats.period(regional.period);
  const { percent, favourable, assessed } = prepareFindings(regional);
  return (
    <ResultsPage locale={locale} plan={regional.plan} place="goals" path={path}>
      <Breadcrumb
        crumbs={[
          { label: t("nav.overview"), href: ofPeriod },
          { label: t("nav.goals"), href: placePath(root, "goals") },
          { label: code, href: null },
        ]}
      />
      <div className="head">
        <div>
          <p className="kicker flex flex-wrap gap-x-4">
            <span className={`pill ${pillar.code.toLowerCase()}`}>
              {pillar.code} {pillar.title}
            </span>
            <span>{t("goal.kicker", { code })}</span>
          </p>
          <h1>{view.title}</h1>
        </div>
        <PeriodPicker
          periods={regional.periods}
          current={regional.period.code}
          base={goalPath(root, code)}
          locale={locale}
        />
      </div>
      <p className="about" lang={languageOf(view.description, locale)}>
        {view.description}
      </p>
      {view.priorities.map(({ year, code: decision, meeting, number, nodes }) => (
        <p key={decision} className="note">
          {t("goal.priority", { year: formats.year(`${year}-07-01`) })}: {nodes.join(", ")} (
          <a href={publicDecisionPath(planPath(locale, regional.plan.code), { meeting, number })}>{decision}</a>)
        </p>
      ))}
      <p className="lead">
        {percent === null
          ? t("goal.findingNone", { period })
          : t("goal.finding", { percent, period, favourable, assessed })}
      </p>
      <HeatSection
        view={regional}
        pillars={outcomesAsGroups(view, locale)}
        title={t("goal.heat", { period })}
        about={`/goals/${code}`}
        locale={locale}
      />
      <section className="block" aria-labelledby="countries-title">
        <h2 id="countries-title">{t("goal.byCountry")}</h2>
        <p className="note">{t("goal.byCountryNote")}</p>
        <DistributionList
          rows={countryRows(regional)}
          links={[`${placePath(root, "countries")}/`, `/${regional.period.code}`]}
          chart={chartPath(goalPath(root, code, regional.period.code), "countries")}
          csv={csvPath(ofPeriod)}
        />
      </section>
      <OutcomesSection view={view} locale={locale} />
      <AboutSection plan={regional.plan} of="goal" code={code} period={regional.period.code} locale={locale} />
    </ResultsPage>
  );
}

/** The heat map with outcomes where the overview has goals. */
function outcomesAsGroups({ pillar, outcomes, regional }: GoalView, locale: Locale): HeatPillar[] {
  const carriedText = namingCarried(regional, formatsOf(locale));
  const goals = outcomes
    .map((outcome) =>
      heatGoal(
        outcome,
        regional.rows.filter((row) => row.outcome === outcome.code),
        carriedText,
      ),
    )
    .filter(({ rows }) => rows !== "");
  return [{ code: pillar.code, title: pillar.title, goals }];
}
