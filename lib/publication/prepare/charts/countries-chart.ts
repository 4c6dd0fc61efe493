import { endsOfPaths, prepareTrend, type TrendWords } from "@/lib/charts/prepare/prepare-trend";
import { absentKey, type TrendModel } from "@/lib/charts/trend-model";
import type { ChartBlock } from "@/lib/publication/document";
import { aboutIndicator, anchor, statusWords, type Telling } from "@/lib/publication/prepare/context";
import type { IndicatorView } from "@/lib/views/indicator-view";

/** The countries' values against their planned paths, as small multiples; null where there is nothing to place. */
export function countriesChart(telling: Telling, view: IndicatorView): ChartBlock | null {
  const { words, period } = telling;
  if (view.countries.length === 0) return null;
  const reported = view.countries.filter(({ approvedOn }) => approvedOn !== null).length;
  return countriesTrend(telling, view, false, {
    id: anchor("i", view.indicator.code, "countries"),
    about: aboutIndicator(words, view),
    title: words.findingOfCountries(view, period),
    source: words.t("public.trend.source", { reported, all: view.countries.length }),
  });
}

export const trendWords = ({ words: { wording, formats } }: Telling): TrendWords => ({
  wording,
  year: formats.year,
  period: formats.period,
  number: formats.number,
});

/** The trends of the view's countries; null where there is nothing to place. */
export function countriesTrend(
  telling: Telling,
  view: IndicatorView,
  isWide: boolean,
  said: Pick<ChartBlock, "id" | "about" | "title" | "source">,
): ChartBlock | null {
  const { words, period } = telling;
  const { t } = words;
  if (view.indicator.type === "narrative") return null;
  const model = prepareTrend(view, trendWords(telling));
  if (model.panels.every(({ markers }) => markers.length === 0)) return null;
  const unit = words.measure(view.indicator);
  const ends = endsOfPaths(model);
  const subtitle =
    ends.length > 0
      ? t("public.trend.sub", { unit, period, end: words.formats.list(ends) })
      : t("public.trend.subPlain", { unit, period });
  return { kind: "chart", ...said, subtitle, ...trendChart(telling, model, isWide) };
}

export function trendChart({ words }: Telling, model: TrendModel, isWide: boolean): Pick<ChartBlock, "alt" | "chart"> {
  const { t } = words;
  return {
    alt: Object.values(words.summaries(model))
      .map((text) => t("publication.words.sentence", { text }))
      .join(" "),
    chart: {
      type: "trend",
      model,
      isWide,
      words: {
        target: t("public.trend.target"),
        redefined: t("public.trend.keys.break"),
        statuses: isWide ? {} : statusWords(words),
        keys: {
          value: t("public.trend.keys.value"),
          baseline: t("public.trend.keys.baseline"),
          planned: t("public.trend.keys.planned"),
          censored: t("public.trend.keys.censored"),
          gap: absentKey(model.absent),
          break: t("public.trend.keys.break"),
        },
      },
    },
  };
}
