import { isOnMap, mapPlaces } from "@/lib/charts/map-places";
import { prepareBars } from "@/lib/charts/prepare/prepare-bars";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { absentKey } from "@/lib/charts/trend-model";
import { tablePattern } from "@/lib/domain/framework/disaggregation";
import { breakdownMarks } from "@/lib/i18n/result-wording";
import { type ChartBlock, plainText, type TableBlock } from "@/lib/publication/document";
import type { PictureBlock } from "@/lib/publication/picture";
import { aboutIndicator, anchor, statusWords, type Telling } from "@/lib/publication/prepare/context";
import { type HeatHeading, headingsOf, headingsOfGoal, heatTable } from "@/lib/publication/prepare/tables/heat-table";
import type { CountryView } from "@/lib/views/country-view";
import type { GoalView } from "@/lib/views/goal-view";
import type { Breakdown, IndicatorView } from "@/lib/views/indicator-view";
import type { RegionalView } from "@/lib/views/regional-view";
import type { ShownStatus } from "@/lib/views/shown-status";
import { countriesChart } from "./countries-chart";
import { byCountryChart, byGoalChart, countryByGoalChart } from "./distribution-chart";
import { regionChart } from "./region-chart";

/** What a public page with charts shows. */
export type PageView =
  | { of: "region"; view: RegionalView }
  | { of: "goal"; view: GoalView }
  | { of: "country"; view: CountryView }
  | { of: "indicator"; view: IndicatorView };

/** A chart of a public page, to be drawn alone. */
interface PageChart {
  block: PictureBlock;
  /** The page's address after the plan. */
  page: string;
}

/** How the charts of a page are made, by their names in addresses. */
type Charts<View> = Record<string, (telling: Telling, view: View) => PictureBlock | null>;

/** Every indicator's status by country and for the region; null where there is no indicator. */
function heatPicture(telling: Telling, view: RegionalView): PictureBlock | null {
  const { t } = telling.words;
  const { percent, yearsLeft, afterEnd } = prepareFindings(view);
  const title =
    percent === null
      ? t("public.overview.titleNone", { period: telling.period })
      : t("public.overview.title", { percent, yearsLeft, afterEnd });
  return pictureOf(telling, view, headingsOf(view), title);
}

/** The same of one goal, outcome by outcome. */
function goalHeatPicture(telling: Telling, view: GoalView): PictureBlock | null {
  const { words, period } = telling;
  const { percent, favourable, assessed } = prepareFindings(view.regional);
  const title =
    percent === null
      ? words.t("public.goal.findingNone", { period })
      : words.t("public.goal.finding", { percent, period, favourable, assessed });
  return pictureOf(telling, view.regional, headingsOfGoal(view), title);
}

function pictureOf(
  telling: Telling,
  view: RegionalView,
  headings: readonly HeatHeading[],
  title: string,
): PictureBlock | null {
  const table = heatTable(telling, view, headings);
  if (table.rows.length === 0) return null;
  const { words } = telling;
  return {
    kind: "chart",
    id: table.id,
    about: null,
    title,
    subtitle: table.caption,
    source: table.note ?? "",
    alt: inWords(telling, table),
    chart: { type: "heat", table, words: statusWords(words) },
  };
}

/** Who has no approved report, then row by row: "G1.1-a Title: Cambodia achieved, China on track". */
function inWords({ words: { t, formats } }: Telling, { columns, rows }: TableBlock): string {
  const silent = columns.flatMap(({ name, detail }) => (detail === undefined ? [] : `${name}: ${detail}`));
  const said = rows.flatMap((row) => {
    if (row.kind === "group") return [];
    const [name, ...cells] = row.cells;
    const said = cells.flatMap(({ status, detail }, index) => {
      if (!status) return [];
      const word = t(`status.word.${status}`);
      return [`${columns[index + 1]?.name} ${detail ? `${word} (${detail})` : word}`];
    });
    return [t("publication.words.sentence", { text: `${plainText(name?.text ?? "")}: ${formats.list(said)}` })];
  });
  return [...silent.map((text) => t("publication.words.sentence", { text })), ...said].join(" ");
}

const ofRegion: Charts<RegionalView> = {
  status: heatPicture,
  goals: byGoalChart,
  countries: (telling, view) => byCountryChart(telling, view, null),
};
const ofGoal: Charts<GoalView> = {
  status: goalHeatPicture,
  countries: (telling, { regional, code }) => byCountryChart(telling, regional, code),
};
const ofCountry: Charts<CountryView> = {
  goals: (telling, view) => (view.approvedOn === null ? null : countryByGoalChart(telling, view)),
};
/** The countries by their status of one indicator; null where none of them is on the map. */
function mapPicture({ words, period }: Telling, view: IndicatorView): PictureBlock | null {
  const { t, formats } = words;
  const countries = view.countries.map(({ code, name, status }) => ({
    code,
    name,
    status,
    at: isOnMap(code) ? mapPlaces[code] : null,
  }));
  if (countries.every(({ at }) => at === null)) return null;
  const reported = view.countries.filter(({ approvedOn }) => approvedOn !== null).length;
  return {
    kind: "chart",
    id: anchor("i", view.indicator.code, "map"),
    about: aboutIndicator(words, view),
    title: words.findingOfCountries(view, period),
    subtitle: t("publication.findings.byCountry", { period }),
    source: [t("public.trend.source", { reported, all: countries.length }), t("public.map.note")].join(" "),
    alt: t("publication.words.sentence", {
      text: formats.list(countries.map(({ name, status }) => `${name}: ${t(`status.word.${status}`)}`)),
    }),
    chart: { type: "map", countries, words: statusWords(words) },
  };
}

const ofAnyIndicator: Charts<IndicatorView> = { countries: countriesChart, region: regionChart, map: mapPicture };
const breakdownPrefix = "breakdown-";
const isBreakdown = (chart: string) =>
  chart.startsWith(breakdownPrefix) && tablePattern.test(chart.slice(breakdownPrefix.length));
/** The period's values by the categories of one dimension, as bars; null where there is nothing to draw. */
function breakdownChart({ words, period }: Telling, view: IndicatorView, breakdown: Breakdown): ChartBlock | null {
  const { t, wording, formats } = words;
  const { indicator } = view;
  const model = prepareBars(breakdown, indicator, wording, formats.number);
  if (!model) return null;
  const dimensions = words.dimensions(breakdown.dimensions);
  return {
    kind: "chart",
    id: anchor("i", indicator.code, breakdown.key),
    about: aboutIndicator(words, view),
    title: words.findingOfBreakdown(view, breakdown) ?? t("public.breakdown.title", { dimensions, period }),
    subtitle: t("public.breakdown.sub", { unit: words.measure(indicator), period }),
    source: [
      t("publication.indicator.source"),
      t("public.breakdown.marks", breakdownMarks(view)),
      t("public.value.suppressedMeans"),
      t("public.breakdown.gap"),
      ...(breakdown.isOpen ? [t("public.breakdown.openList")] : []),
    ].join(" "),
    alt: model.groups
      .map(({ name, bars }) => {
        const values = bars.map(({ text }, index) => `${model.series[index]} ${text}`);
        return t("publication.words.sentence", { text: `${name}: ${formats.list(values)}` });
      })
      .join(" "),
    chart: {
      type: "bars",
      model,
      words: { suppressed: t("status.word.suppressed"), missing: absentKey(model.absent) },
    },
  };
}

/** Each breakdown has one of its own, named after its dimension: `breakdown-sex`. */
const ofIndicator = ({ breakdowns }: IndicatorView): Charts<IndicatorView> => ({
  ...ofAnyIndicator,
  ...Object.fromEntries(
    breakdowns.map((breakdown) => [
      `${breakdownPrefix}${breakdown.key}`,
      (telling: Telling, view: IndicatorView) => breakdownChart(telling, view, breakdown),
    ]),
  ),
});

/** Whether pages of this kind can have a chart of this name: asked before a page is read for it. */
export function mayHaveChart(of: PageView["of"], chart: string): boolean {
  switch (of) {
    case "region":
      return Object.hasOwn(ofRegion, chart);
    case "goal":
      return Object.hasOwn(ofGoal, chart);
    case "country":
      return Object.hasOwn(ofCountry, chart);
    case "indicator":
      return Object.hasOwn(ofAnyIndicator, chart) || isBreakdown(chart);
  }
}

/** The chart of this name; null where the page has none, or it has nothing to draw. */
export function pageChart(telling: Telling, page: PageView, chart: string): PageChart | null {
  const { words } = telling;
  switch (page.of) {
    case "region": {
      const path = chart === "countries" ? "/countries" : `/${page.view.period.code}`;
      return told(madeOf(ofRegion, telling, page.view, chart), path);
    }
    case "goal": {
      const { code, title, regional } = page.view;
      const block = madeOf(ofGoal, telling, page.view, chart);
      return told(
        block && { ...block, about: words.text(`${code} ${title}`) },
        `/goals/${code}/${regional.period.code}`,
      );
    }
    case "country": {
      const { country, period } = page.view;
      return told(madeOf(ofCountry, telling, page.view, chart), `/countries/${country.code}/${period.code}`);
    }
    case "indicator": {
      const { indicator, period } = page.view;
      const { code } = indicator;
      const path =
        chart === "map" ? `/${period.code}?view=map&indicator=${code}` : `/indicators/${code}/${period.code}`;
      return told(madeOf(ofIndicator(page.view), telling, page.view, chart), path);
    }
  }
}

function madeOf<View>(charts: Charts<View>, telling: Telling, view: View, chart: string): PictureBlock | null {
  const block = Object.hasOwn(charts, chart) ? (charts[chart]?.(telling, view) ?? null) : null;
  if (!block || (block.chart.type === "distribution" && block.chart.rows.length === 0)) return null;
  if (!saysSuppressed(block.chart)) return block;
  // A picture leaves the page, and with it what explains the word.
  return { ...block, source: [block.source, telling.words.t("public.value.suppressedMeans")].join(" ") };
}

/** Of bars the source says what their marks mean, suppressed or not. */
function saysSuppressed(chart: PictureBlock["chart"]): boolean {
  const isSo = (status: ShownStatus | undefined) => status === "suppressed";
  switch (chart.type) {
    case "heat":
      return chart.table.rows.some((row) => row.kind === "cells" && row.cells.some(({ status }) => isSo(status)));
    case "map":
      return chart.countries.some(({ status }) => isSo(status));
    case "trend":
      return chart.model.panels.some(({ status }) => isSo(status));
    default:
      return false;
  }
}

const told = (block: PictureBlock | null, page: string): PageChart | null => block && { block, page };
