import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { countryRows } from "@/components/results/country/country-rows";
import { DistributionList } from "@/components/results/distribution-list";
import { HeatSection } from "@/components/results/heat/heat-section";
import { AboutSection } from "@/components/results/observations/about-section";
import { PeriodPicker } from "@/components/results/period-picker";
import { ResultsPage } from "@/components/results/results-page";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { type HeatPillar, heatGoal } from "@/lib/charts/prepare/prepare-heat";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import {
  chartPath,
  csvPath,
  goalPath,
  periodPath,
  placePath,
  planPath,
  publicDecisionPath,
  resultsPath,
} from "@/lib/i18n/paths";
import { namingCarried } from "@/lib/i18n/result-wording";
import type { Locale } from "@/lib/i18n/routing";
import type { GoalView } from "@/lib/views/goal-view";
import { OutcomesSection } from "./outcomes-section";

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
