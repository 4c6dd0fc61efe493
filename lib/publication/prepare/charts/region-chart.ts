import { countsCountries, givenOf } from "@/lib/charts/axes/region-sets";
import { explainRegion } from "@/lib/charts/prepare/prepare-explanation";
import { isRegionJudged, regionFinding } from "@/lib/charts/prepare/prepare-region-finding";
import { prepareRegionTrend } from "@/lib/charts/prepare/prepare-region-trend";
import type { TrendModel } from "@/lib/charts/trend-model";
import type { ChartBlock } from "@/lib/publication/document";
import { aboutIndicator, anchor, type Telling } from "@/lib/publication/prepare/context";
import type { IndicatorView, RegionLine } from "@/lib/views/indicator-view";
import { trendChart, trendWords } from "./countries-chart";

/** What is said of the region's value, drawn or not. */
interface AboutRegion {
  finding: string;
  /** There is no value. */
  isNone: boolean;
  subtitle: string;
  /** Over which countries it stands, and what else a reader must know; may be empty. */
  notes: string;
  /** What a reader of the picture must know besides; may be empty. */
  pictureNote: string;
  /** null where there is nothing for the region. */
  model: TrendModel | null;
}

/** The region's way in one wide panel; null where there is no point to place. */
export function regionChart(telling: Telling, view: IndicatorView): ChartBlock | null {
  if (!view.region) return null;
  const { finding, subtitle, notes, pictureNote, model } = aboutRegion(telling, view, view.region);
  if (!model?.panels.some(({ markers }) => markers.length > 0)) return null;
  return {
    kind: "chart",
    id: anchor("i", view.indicator.code, "region"),
    about: aboutIndicator(telling.words, view),
    title: finding,
    subtitle,
    source: [sourceOf(telling, view), pictureNote, breaksIn(telling, model), notes].filter(Boolean).join(" "),
    ...trendChart(telling, model, true),
  };
}

/** Worked out from countries' reports, or reported by the secretariat. */
function sourceOf({ words: { t } }: Telling, { countries }: IndicatorView): string {
  return countries.length === 0
    ? t("publication.words.sentence", { text: t("public.indicator.reportedByRegion") })
    : t("publication.indicator.source");
}

export function aboutRegion(telling: Telling, view: IndicatorView, region: RegionLine): AboutRegion {
  const { words } = telling;
  const { t } = words;
  const isCount = countsCountries(view, region);
  const found = regionFinding(view, region, words.wording);
  const unit = words.measure(view.indicator, isCount);
  const given = { in: givenOf(region).length, of: region.countries?.of ?? 0 };
  const subtitle = () => {
    if (view.countries.length === 0) return t("public.trend.regionSubOwn", { unit });
    // Of a value that was taken down nobody is told over which countries it stood.
    if (region.countries === null) return unit;
    return isRegionJudged(region)
      ? t("public.trend.regionSub", { unit, ...region.countries })
      : t("public.trend.regionSubValue", { unit, ...given });
  };
  return {
    finding: words.findingOfRegion(view, region),
    isNone: found.key === "regionNone" || found.key === "regionTakenDown",
    subtitle: subtitle(),
    notes: notesOn(telling, view, region),
    pictureNote: words.drawn(view, region).join(" "),
    model: prepareRegionTrend(view, trendWords(telling)),
  };
}

/** Why points stand there that no line joins. */
function breaksIn({ words }: Telling, { panels }: TrendModel): string {
  return panels.some(({ runs }) => runs.length > 1) ? words.t("public.trend.breaksWhere") : "";
}

function notesOn({ words }: Telling, view: IndicatorView, region: RegionLine): string {
  const { t, formats } = words;
  const { indicator } = view;
  const explained = explainRegion(region, view, words.wording);
  const names = (codes: readonly string[]) =>
    formats.list(view.countries.filter(({ code }) => codes.includes(code)).map(({ name }) => name));
  // What is held against a plan is worked out over the countries that have one; the value itself over all.
  const { over } = regionFinding(view, region, words.wording);
  const restsOn = over ?? givenOf(region);
  return [
    ...(restsOn.length > 0 ? [t("publication.indicator.restsOn", { countries: names(restsOn) })] : []),
    ...(over && explained.whole
      ? [t("publication.indicator.overAll", { count: explained.whole.count, value: words.whole(explained.whole) })]
      : []),
    ...(explained.reason ? [words.reason(explained.reason)] : []),
    ...words.carried(view, region),
    ...(indicator.aggregation === "sum" && indicator.countsPersons && region.assessment?.region
      ? [t("public.trend.mayCountTwice")]
      : []),
  ].join(" ");
}
