import { useTranslations } from "next-intl";
import { useCountedTemplates } from "@/components/results/distribution-list";
import { awaitView } from "@/components/results/view-address";
import { carriedIn, type HeatPillar } from "@/lib/charts/prepare/prepare-heat";
import { formatsOf } from "@/lib/i18n/formats";
import { resultsPath } from "@/lib/i18n/paths";
import { namingCarried } from "@/lib/i18n/result-wording";
import type { Locale } from "@/lib/i18n/routing";
import type { RegionalView } from "@/lib/views/regional-view";
import { type ShownStatus, shownStatuses } from "@/lib/views/shown-status";
import type { HeatLabels } from "./heat-labels";
import { HeatMap } from "./heat-map";

/** @param pillars the rows, under headings of their own: pillars and goals, or one pillar and a goal's outcomes */
export function HeatSection({
  view,
  pillars,
  title,
  about,
  locale,
}: {
  view: RegionalView;
  pillars: readonly HeatPillar[];
  title: string;
  about?: string;
  locale: Locale;
}) {
  const t = useTranslations("public");
  const noReport = useTranslations("public.value")("noReport");
  const formats = formatsOf(locale);
  const period = formats.period(view.period);
  const carried = carriedIn(view.rows);
  const unreported = view.countries.flatMap(({ code }) => (view.reported.includes(code) ? [] : [code]));
  return (
    <section className="block first" id="heat" aria-labelledby="heat-title">
      <h2 id="heat-title">{title}</h2>
      <script>{awaitView}</script>
      <HeatMap
        pillars={pillars}
        place={{
          root: resultsPath(locale, view.plan),
          ...(about && { about }),
          period: view.period.code,
          isLatest: view.period.code === view.periods.filter(({ hasResults }) => hasResults).at(-1)?.code,
          countries: view.countries.map(({ code, name }) => [code, name]),
          unreported,
        }}
        labels={{ ...useHeatLabels(period), noReport: unreported.length > 0 ? noReport : null }}
      />
      <p className="src">
        {t("overview.heatNote")}
        {carried.length > 0 && ` ${t("overview.heatCarried", { countries: namingCarried(view, formats)(carried) })}`}
      </p>
    </section>
  );
}

function useHeatLabels(period: string): Omit<HeatLabels, "noReport"> {
  const t = useTranslations("public.heat");
  const status = useTranslations("status");
  return {
    caption: t("caption", { period }),
    indicator: t("indicator"),
    region: t("region"),
    view: t("view"),
    status: t("status"),
    values: t("values"),
    map: t("map"),
    showWords: t("showWords"),
    hint: t("hint"),
    legend: t("legend"),
    ofWhich: t("ofWhich"),
    afterEnd: t("afterEnd"),
    countsStatuses: t("countsStatuses"),
    suppressedMeans: useTranslations("public.value")("suppressedMeans"),
    scrolls: t("scrolls"),
    words: Object.fromEntries(shownStatuses.map((each) => [each, status(`word.${each}`)])) as Record<
      ShownStatus,
      string
    >,
    loading: t("loading"),
    failed: t("failed"),
    carried: t("carried", { countries: "{countries}" }),
    download: useTranslations("public")("download"),
    counted: useCountedTemplates(),
  };
}
