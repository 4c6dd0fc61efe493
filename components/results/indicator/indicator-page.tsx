import { getTranslations } from "next-intl/server";
import { AboutSection } from "@/components/results/observations/about-section";
import { ResultsPage } from "@/components/results/results-page";
import { Icon } from "@/components/ui/icon";
import { prepareRegionTrend } from "@/lib/charts/prepare/prepare-region-trend";
import { formatsOf } from "@/lib/i18n/formats";
import { csvPath, indicatorPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { wordingOf } from "@/lib/i18n/wording";
import type { IndicatorView } from "@/lib/views/indicator-view";
import { BreakdownSection } from "./breakdown-section";
import { CountriesChart } from "./countries-chart";
import { DefinitionFacts } from "./definition-facts";
import { ExplanationAside } from "./explanation-aside";
import { IndicatorHead } from "./indicator-head";
import { RegionChart } from "./region-chart";
import { trendWords } from "./trend-words";

/** @param path the page's address after the plan */
export async function IndicatorPage({ view, locale, path }: { view: IndicatorView; locale: Locale; path: string }) {
  const wording = await wordingOf(locale);
  const t = await getTranslations("public.indicator");
  const { indicator, region, plan } = view;
  const period = view.period.code;
  const csvHref = csvPath(indicatorPath(resultsPath(locale, plan), indicator.code, period));
  const regionTrend = prepareRegionTrend(view, trendWords(locale, wording));
  const hasRegion = region !== null && (indicator.aggregation !== "notComputable" || region.assessment?.unit != null);
  return (
    <ResultsPage locale={locale} plan={plan} place="indicators" path={path} csvHref={csvHref}>
      <IndicatorHead view={view} locale={locale} />
      <div className="ind-grid">
        <div className="charts">
          {view.countries.length > 0 && <CountriesChart view={view} wording={wording} locale={locale} />}
          {hasRegion && regionTrend && (
            <RegionChart view={view} region={region} model={regionTrend} wording={wording} locale={locale} />
          )}
          <BreakdownSection view={view} wording={wording} locale={locale} />
        </div>
        <aside aria-label={t("aside")}>
          <ExplanationAside view={view} wording={wording} locale={locale} />
          <DefinitionFacts view={view} locale={locale} />
          <div className="downloads">
            <h2 className="text-base mb-2">{t("downloads")}</h2>
            <ul className="downs">
              <li>
                <Icon name="download" />
                <a href={csvHref} download>
                  {t("csv", { code: indicator.code, period: formatsOf(locale).periodWithCode(view.period) })}
                </a>
              </li>
            </ul>
          </div>
        </aside>
      </div>
      <AboutSection plan={plan} of="indicator" code={indicator.code} period={period} locale={locale} />
    </ResultsPage>
  );
}
