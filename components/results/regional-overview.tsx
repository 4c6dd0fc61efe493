import { getTranslations } from "next-intl/server";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { prepareHeat } from "@/lib/charts/prepare/prepare-heat";
import { formatsOf } from "@/lib/i18n/formats";
import { csvPath, periodPath, resultsPath } from "@/lib/i18n/paths";
import { namingCarried } from "@/lib/i18n/result-wording";
import type { Locale } from "@/lib/i18n/routing";
import type { RegionalView } from "@/lib/views/regional-view";
import { ChangesSection } from "./changes/changes-section";
import { GoalsSection } from "./goal/goals-section";
import { HeatSection } from "./heat/heat-section";
import { RegionalHead } from "./regional-head";
import { ResultsPage } from "./results-page";

/** @param path the page's address after the plan: empty for the latest period, `/2017` for a named one */
export async function RegionalOverview({ view, locale, path }: { view: RegionalView; locale: Locale; path: string }) {
  const t = await getTranslations("public.overview");
  return (
    <ResultsPage
      locale={locale}
      plan={view.plan}
      place="overview"
      path={path}
      csvHref={csvPath(periodPath(resultsPath(locale, view.plan), view.period.code))}
    >
      <RegionalHead view={view} findings={prepareFindings(view)} locale={locale} />
      <HeatSection
        view={view}
        pillars={prepareHeat(view, namingCarried(view, formatsOf(locale)))}
        title={t("heatTitle", { period: formatsOf(locale).period(view.period) })}
        locale={locale}
      />
      <ChangesSection view={view} locale={locale} />
      <GoalsSection view={view} locale={locale} />
    </ResultsPage>
  );
}
