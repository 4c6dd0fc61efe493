import { useTranslations } from "next-intl";
import { BarsPanel } from "@/components/charts/bars-panel";
import { ChartLinks } from "@/components/results/chart-links";
import { PanelSwitch } from "@/components/ui/switches/panel-switch";
import { prepareBars } from "@/lib/charts/prepare/prepare-bars";
import { formatsOf } from "@/lib/i18n/formats";
import { chartPath, csvPath, indicatorPath, resultsPath } from "@/lib/i18n/paths";
import { breakdownMarks, carriedNotes, findingOfBreakdown, joining, leftOutNotes } from "@/lib/i18n/result-wording";
import type { Locale } from "@/lib/i18n/routing";
import type { Breakdown, IndicatorView } from "@/lib/views/indicator-view";
import type { Wording } from "@/lib/views/public-value";
import { BreakdownTable } from "./breakdown-table";
import { useMeasure } from "./use-measure";

/** The period's values by sex, age, form of exploitation …: one breakdown at a time. */
export function BreakdownSection({ view, wording, locale }: { view: IndicatorView; wording: Wording; locale: Locale }) {
  const t = useTranslations("public.breakdown");
  const trend = useTranslations("public.trend");
  const suppressed = useTranslations("public.value")("suppressedMeans");
  const unit = useMeasure()(view.indicator);
  const { breakdowns, indicator } = view;
  const nameOf = joining(t);
  if (breakdowns.length === 0) return null;
  const period = formatsOf(locale).period(view.period);
  const carried = view.region ? carriedNotes(trend, view, view.region, formatsOf(locale)) : [];
  const ofRegion = ({ region }: Breakdown) =>
    region ? [...carried, ...leftOutNotes(t, region, formatsOf(locale))] : [];
  return (
    <figure id="breakdown">
      <PanelSwitch
        look={breakdowns.length > 4 ? "select" : "buttons"}
        label={t("choose")}
        choices={breakdowns.map((breakdown) => [breakdown.key, nameOf(breakdown.dimensions)])}
        query="breakdown"
      >
        {breakdowns.map((breakdown) => (
          <div key={breakdown.key}>
            <h2>
              {findingOfBreakdown(t, view, breakdown) ??
                t("title", { dimensions: nameOf(breakdown.dimensions), period })}
            </h2>
            <p className="fig-sub">{t("sub", { unit, period })}</p>
            <Bars breakdown={breakdown} view={view} wording={wording} locale={locale} />
            <BreakdownTable
              breakdown={breakdown}
              view={view}
              wording={wording}
              caption={t("caption", { title: indicator.title, dimensions: nameOf(breakdown.dimensions), period })}
            />
            {breakdown.isOpen && <p className="src">{t("openList")}</p>}
            {ofRegion(breakdown).length > 0 && <p className="src">{ofRegion(breakdown).join(" ")}</p>}
          </div>
        ))}
      </PanelSwitch>
      <p className="src">
        {t("marks", breakdownMarks(view))} {suppressed} {t("gap")}
      </p>
    </figure>
  );
}

function Bars({
  breakdown,
  view,
  wording,
  locale,
}: {
  breakdown: Breakdown;
  view: IndicatorView;
  wording: Wording;
  locale: Locale;
}) {
  const t = useTranslations("public.breakdown");
  const word = useTranslations("status.word");
  const shared = useTranslations("public");
  const download = shared("download");
  const names = joining(t);
  const model = prepareBars(breakdown, view.indicator, wording, formatsOf(locale).number);
  if (!model) return null;
  const title = t("caption", {
    title: view.indicator.title,
    dimensions: names(breakdown.dimensions),
    period: formatsOf(locale).period(view.period),
  });
  const { plan, indicator, period } = view;
  const ofPeriod = indicatorPath(resultsPath(locale, plan), indicator.code, period.code);
  return (
    <>
      <BarsPanel model={model} title={title} suppressed={word("suppressed")} failed={shared("chartFailed")} />
      <ChartLinks label={download} chart={chartPath(ofPeriod, `breakdown-${breakdown.key}`)} csv={csvPath(ofPeriod)} />
    </>
  );
}
