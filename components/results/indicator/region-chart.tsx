import { useTranslations } from "next-intl";
import { ChartOrTable } from "@/components/charts/chart-or-table";
import { TrendKeys } from "@/components/charts/trend-keys";
import { TrendPanels } from "@/components/charts/trend-panels";
import { ChartLinks } from "@/components/results/chart-links";
import { SaidKey, SaidTable } from "@/components/results/observations/said-beside";
import { StatusChip } from "@/components/results/status/status-chip";
import { SuppressedNote } from "@/components/results/status/suppressed-note";
import { TakenDownNote } from "@/components/results/status/taken-down-note";
import { countsCountries, givenOf } from "@/lib/charts/axes/region-sets";
import { explainRegion } from "@/lib/charts/prepare/prepare-explanation";
import { isRegionJudged } from "@/lib/charts/prepare/prepare-region-finding";
import type { TrendModel } from "@/lib/charts/trend-model";
import { formatsOf } from "@/lib/i18n/formats";
import { chartPath, csvPath, indicatorPath, resultsPath } from "@/lib/i18n/paths";
import { carriedNotes, drawnNotes, findingOfRegion } from "@/lib/i18n/result-wording";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView, RegionLine } from "@/lib/views/indicator-view";
import { isTakenDown, type Wording } from "@/lib/views/public-value";
import { statusesShown } from "@/lib/views/shown-status";
import { ReasonText } from "./reason-text";
import { RegionTable } from "./region-table";
import { useMeasure } from "./use-measure";
import { useSaidBeside } from "./use-said-beside";
import { useSummaries } from "./use-summaries";

/** The region's value over time, and over which countries it stands. */
export function RegionChart({
  view,
  region,
  model,
  wording,
  locale,
}: {
  view: IndicatorView;
  region: RegionLine;
  model: TrendModel;
  wording: Wording;
  locale: Locale;
}) {
  const t = useTranslations("public.trend");
  const shared = useTranslations("public");
  const download = shared("download");
  const summaries = useSummaries();
  const measure = useMeasure();
  const { indicator } = view;
  const isCount = countsCountries(view, region);
  const unit = measure(indicator, isCount);
  const finding = findingOfRegion(t, view, region, wording, formatsOf(locale));
  const { countries } = region;
  const isJudged = isRegionJudged(region);
  const { reason } = explainRegion(region, view, wording);
  const isDown = region.points.some(({ period, value }) => period.code === view.period.code && isTakenDown(value));
  const given = { in: givenOf(region).length, of: countries?.of ?? 0 };
  // Of the countries' indicators, the countries' own chart tells it.
  const beside = useSaidBeside(view, locale);
  const besideOwn = view.countries.length === 0 ? beside : null;
  const table = <RegionTable view={view} region={region} isCount={isCount} wording={wording} locale={locale} />;
  const hasPoints = model.panels.some(({ markers }) => markers.length > 0);
  const ofPeriod = indicatorPath(resultsPath(locale, view.plan), indicator.code, view.period.code);
  const head = (
    <>
      <h2>{finding}</h2>
      <p className="fig-sub">
        {view.countries.length === 0 && t("regionSubOwn", { unit })}
        {countries === null && view.countries.length > 0 && unit}
        {countries !== null &&
          (isJudged ? t("regionSub", { unit, ...countries }) : t("regionSubValue", { unit, ...given }))}
      </p>
      <p className="mt-2">
        <StatusChip status={region.status} />
      </p>
      {(isJudged || isDown) && reason && <ReasonText reason={reason} locale={locale} />}
    </>
  );
  return (
    <figure id="region">
      {hasPoints ? (
        <ChartOrTable
          query="region"
          head={head}
          labels={{ view: t("view"), chart: t("chart"), table: t("table") }}
          chart={
            <>
              <TrendPanels
                wide
                model={model}
                beside={besideOwn}
                labels={{
                  target: t("target"),
                  baseline: t("keys.baseline"),
                  redefined: t("keys.break"),
                  failed: shared("chartFailed"),
                  words: {},
                  summaries: summaries(model),
                }}
              />
              {view.countries.length === 0 && (
                <TrendKeys model={model}>{besideOwn && <SaidKey {...besideOwn} />}</TrendKeys>
              )}
            </>
          }
          table={table}
          under={besideOwn && <SaidTable {...besideOwn} />}
        />
      ) : (
        <>
          <div className="fig-head">
            <div>{head}</div>
          </div>
          {table}
          {besideOwn && <SaidTable {...besideOwn} />}
        </>
      )}
      <RegionNotes view={view} region={region} locale={locale} />
      <SuppressedNote statuses={statusesShown(region)} />
      <TakenDownNote shown={region.points} locale={locale} />
      {hasPoints && <ChartLinks label={download} chart={chartPath(ofPeriod, "region")} csv={csvPath(ofPeriod)} />}
    </figure>
  );
}

function RegionNotes({ view, region, locale }: { view: IndicatorView; region: RegionLine; locale: Locale }) {
  const t = useTranslations("public.trend");
  const { indicator } = view;
  return (
    <p className="src">
      {drawnNotes(t, view, region, formatsOf(locale)).join(" ")} {region.assessment?.region && t("breaksWhere")}{" "}
      {carriedNotes(t, view, region, formatsOf(locale)).join(" ")}{" "}
      {indicator.aggregation === "sum" && indicator.countsPersons && region.assessment?.region && t("mayCountTwice")}
    </p>
  );
}
