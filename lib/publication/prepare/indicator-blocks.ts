import type { CountryView } from "@/lib/charts/country-view";
import type { IndicatorView, RegionLine } from "@/lib/charts/indicator-view";
import { explainCountry, explainRegion } from "@/lib/charts/prepare-explanation";
import { countsCountries, isRegionJudged, regionFinding } from "@/lib/charts/prepare-region-finding";
import { prepareRegionTrend } from "@/lib/charts/prepare-region-trend";
import { prepareTrend, type TrendWords } from "@/lib/charts/prepare-trend";
import { countedAs } from "@/lib/charts/shown-status";
import type { TrendModel } from "@/lib/charts/trend-model";
import type { Block, FigureBlock } from "../document";
import { anchor, type Preparing, statusWords } from "./context";

/** An indicator for the region: what it is, the countries against their planned paths, and the region's figure. */
export function indicatorBlocks(preparing: Preparing, view: IndicatorView): Block[] {
  const { indicator, region, countries } = view;
  return [
    heading(preparing, view, region?.status),
    ...about(preparing, view),
    ...(countries.length > 0 ? countriesFigure(preparing, view) : []),
    ...(region ? regionBlocks(preparing, view, region) : []),
    ...(indicator.type === "narrative" ? [small(preparing.words.t("publication.indicator.narrative"))] : []),
  ];
}

/** An indicator for one country; none where it isn't the country's to report. */
export function countryIndicatorBlocks(preparing: Preparing, view: IndicatorView, country: CountryView): Block[] {
  const { words, period } = preparing;
  const { t, wording } = words;
  const line = view.countries.find(({ code }) => code === country.country.code);
  if (!line || !country.goals.some(({ rows }) => rows.some(({ row }) => row.code === view.indicator.code))) return [];
  const explained = explainCountry(line, view.indicator, wording);
  const end = explained.targetOn === null ? period : words.formats.year(explained.targetOn);
  const { sentence, reason } = explained;
  return [
    heading(preparing, view, line.status),
    ...about(preparing, view),
    ...(sentence
      ? [paragraph(t(`public.explain.sentence.${sentence.key}`, { ...sentence.args, period, end }))]
      : [paragraph(reason ? words.reason(reason) : t(`status.meaning.${countedAs(line.status)}`))]),
    ...drawn(preparing, { ...view, countries: [line] }, true, {
      id: anchor("i", view.indicator.code, "trend"),
      title: t("publication.indicator.ofCountry", { title: view.indicator.title, country: line.name }),
      source: t("publication.indicator.source"),
    }),
  ];
}

function heading({ words }: Preparing, { indicator }: IndicatorView, status: RegionLine["status"] | undefined): Block {
  return {
    kind: "heading",
    level: 3,
    id: anchor("i", indicator.code),
    text: words.text(`${indicator.code} ${indicator.title}`),
    ...(status && { status }),
  };
}

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const small = (text: string): Block => ({ kind: "paragraph", look: "small", text });

/** What is counted and how, which way is good, and how the region's figure comes about. */
function about({ words }: Preparing, { indicator, countries, region }: IndicatorView): Block[] {
  const { t } = words;
  const type = t("public.indicator.type", {
    type: indicator.type,
    unit: indicator.unit === null ? "" : words.unit(indicator.unit),
  });
  const facts = [
    indicator.type === "narrative"
      ? type
      : t("public.indicator.typeAndTime", {
          type,
          accumulation: t("public.indicator.accumulation", { accumulation: indicator.accumulation }),
        }),
    t("public.indicator.direction", { direction: indicator.direction }),
    countries.length === 0 && region
      ? t("public.indicator.reportedByRegion")
      : t("public.indicator.region", { aggregation: indicator.aggregation }),
  ];
  return [
    ...(indicator.definition === "" ? [] : [{ kind: "paragraph" as const, text: words.text(indicator.definition) }]),
    small(facts.join(" · ")),
  ];
}

function countriesFigure(preparing: Preparing, view: IndicatorView): FigureBlock[] {
  const { words, period } = preparing;
  const reported = view.countries.filter(({ assessment }) => assessment !== null).length;
  return drawn(preparing, view, false, {
    id: anchor("i", view.indicator.code, "countries"),
    title: words.findingOfCountries(view, period),
    source: words.t("public.trend.source", { reported, all: view.countries.length }),
  });
}

const trendWords = ({ words: { wording, formats } }: Preparing): TrendWords => ({
  wording,
  year: formats.year,
  period: formats.period,
  number: formats.number,
});

/** The countries' trends; none where there is nothing to place. */
function drawn(
  preparing: Preparing,
  view: IndicatorView,
  isWide: boolean,
  said: Pick<FigureBlock, "id" | "title" | "source">,
): FigureBlock[] {
  const { words, period } = preparing;
  const { t } = words;
  if (view.indicator.type === "narrative") return [];
  const model = prepareTrend(view, trendWords(preparing));
  if (model.panels.every(({ markers }) => markers.length === 0)) return [];
  const unit = words.measure(view.indicator);
  const subtitle = model.marks.planned
    ? t("public.trend.sub", { unit, period, end: words.formats.year(view.plan.endsOn) })
    : t("public.trend.subPlain", { unit, period });
  return [{ kind: "figure", ...said, subtitle, ...picture(preparing, model, isWide) }];
}

function picture(preparing: Preparing, model: TrendModel, isWide: boolean): Pick<FigureBlock, "alt" | "chart"> {
  const { words } = preparing;
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
          gap: t("public.trend.keys.gap"),
          break: t("public.trend.keys.break"),
        },
      },
    },
  };
}

/** The region's figure, over which countries it stands, and its way there where it is held against a plan. */
function regionBlocks(preparing: Preparing, view: IndicatorView, region: RegionLine): Block[] {
  const { words, period } = preparing;
  const { t, formats } = words;
  const { indicator } = view;
  const isCount = countsCountries(view, region);
  const found = regionFinding(view, region, words.wording);
  const finding = t(`public.trend.${found.key}`, { ...found.args, period });
  const unit = words.measure(indicator, isCount);
  const given = { in: region.restsOn[view.period.code]?.length ?? 0, of: region.countries?.of ?? 0 };
  const subtitle =
    region.countries === null
      ? t("public.trend.regionSubOwn", { unit })
      : isRegionJudged(region)
        ? t("public.trend.regionSub", { unit, ...region.countries })
        : t("public.trend.regionSubValue", { unit, ...given });
  const model = prepareRegionTrend(view, trendWords(preparing));
  const explained = explainRegion(region, indicator, isCount, words.wording);
  const names = (codes: readonly string[]) =>
    formats.list(view.countries.filter(({ code }) => codes.includes(code)).map(({ name }) => name));
  const restsOn = region.restsOn[view.period.code] ?? [];
  const periodOf = (code: string) => {
    const found = view.periods.find((each) => each.code === code);
    return found ? formats.period(found) : code;
  };
  const notes = [
    ...(restsOn.length > 0 ? [t("publication.indicator.restsOn", { countries: names(restsOn) })] : []),
    ...(explained.members && explained.members.length > 0 && explained.members.length < restsOn.length
      ? [t("public.trend.drawnOver", { drawn: restsOn.length, judged: explained.members.length })]
      : []),
    ...(explained.reason ? [words.reason(explained.reason)] : []),
    ...region.carried.map(({ unit: code, from }) =>
      t("public.trend.carried", { country: names([code]), period: periodOf(from) }),
    ),
    ...(indicator.aggregation === "sum" && indicator.countsPersons && region.assessment?.region
      ? [t("public.trend.mayCountTwice")]
      : []),
  ].join(" ");
  // Points that no line joins, and no plan is drawn beside, are said as well as drawn.
  const isWay = model?.panels.some(({ runs, planned }) => planned.length > 0 || runs.some((run) => run.length > 1));
  if (!model || !isWay) {
    return found.key === "regionNone" && notes === ""
      ? []
      : [
          paragraph(
            [...[finding, subtitle].map((text) => t("publication.words.sentence", { text })), notes].join(" ").trim(),
          ),
        ];
  }
  return [
    {
      kind: "figure",
      id: anchor("i", indicator.code, "region"),
      title: finding,
      subtitle,
      source: notes === "" ? t("publication.indicator.source") : notes,
      ...picture(preparing, model, true),
    },
  ];
}
