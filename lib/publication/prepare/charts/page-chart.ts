import { tablePattern } from "@/lib/domain/framework/disaggregation";
import type { PictureBlock } from "@/lib/publication/picture";
import type { Telling } from "@/lib/publication/prepare/context";
import type { CountryView } from "@/lib/views/country-view";
import type { GoalView } from "@/lib/views/goal-view";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { RegionalView } from "@/lib/views/regional-view";
import type { ShownStatus } from "@/lib/views/shown-status";
import { breakdownChart } from "./breakdown-chart";
import { countriesChart } from "./countries-chart";
import { byCountryChart, byGoalChart, countryByGoalChart } from "./distribution-chart";
import { goalHeatPicture, heatPicture } from "./heat-picture";
import { mapPicture } from "./map-picture";
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
const ofAnyIndicator: Charts<IndicatorView> = { countries: countriesChart, region: regionChart, map: mapPicture };
const breakdownPrefix = "breakdown-";
const isBreakdown = (chart: string) =>
  chart.startsWith(breakdownPrefix) && tablePattern.test(chart.slice(breakdownPrefix.length));
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
