import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ChangesSection } from "@/components/results/changes/changes-section";
import { DistributionList } from "@/components/results/distribution-list";
import { AboutSection } from "@/components/results/observations/about-section";
import { ResultsPage } from "@/components/results/results-page";
import { StatusKey } from "@/components/results/status/status-key";
import { Notice } from "@/components/ui/notice";
import { distributionOf } from "@/lib/charts/distribution";
import { formatsOf } from "@/lib/i18n/formats";
import { chartPath, countryPath, csvPath, periodPath, placePath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { wordingOf } from "@/lib/i18n/wording";
import type { CountryView } from "@/lib/views/country-view";
import { CountryCompleteness } from "./country-completeness";
import { CountryHead } from "./country-head";
import { CountryNarratives } from "./country-narratives";
import { CountrySection } from "./country-section";

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
