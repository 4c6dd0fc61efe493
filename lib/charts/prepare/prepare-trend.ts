import { type Axis, type AxisWords, valueAxis } from "@/lib/charts/axes/axis";
import { laterDefinition } from "@/lib/charts/later-definition";
import type { Marker, Panel, TrendModel } from "@/lib/charts/trend-model";
import { monthNumber } from "@/lib/domain/framework/reporting-period";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { Wording } from "@/lib/views/public-value";
import { type PanelContext, preparePanel, type TimeWords } from "./prepare-panel";

export interface TrendWords extends TimeWords {
  wording: Wording;
  number: (value: number) => string;
}

/**
 * The countries' values over time, one panel a country on the same axes. Targets that were set under a later definition
 * aren't drawn beside values under this one.
 */
export function prepareTrend(view: IndicatorView, words: TrendWords): TrendModel {
  const context = panelContext(view, words);
  const panels = view.countries.map((country) => {
    const { baseline = null, targets = [] } = country.assessment?.inputs ?? {};
    const own = targets.filter(({ version }) => laterDefinition(view, version) === null);
    return preparePanel(country, { baseline, targets: own }, context);
  });
  return trendModel(view, panels, false, words);
}

export function panelContext(view: IndicatorView, { wording, year, period }: TrendWords): PanelContext {
  const ends = view.periods.map(({ endsOn }) => monthNumber(endsOn));
  return {
    scale: view.indicator,
    wording,
    time: { year, period },
    history: view.history,
    ends,
    until: monthNumber(view.period.endsOn),
    countOf: () => null,
  };
}

/** @param isCount the values count countries, whatever the indicator's own type */
export function trendModel(view: IndicatorView, panels: Panel[], isCount: boolean, words: TrendWords): TrendModel {
  const { indicator } = view;
  const ys = panels.flatMap(({ markers, planned, target }) =>
    [...markers, ...planned, ...(target ? [target] : [])].map(({ y }) => y),
  );
  const axisWords: AxisWords = { ...words, yes: words.wording.yes, no: words.wording.no, steps: indicator.steps };
  const time = timeAxis(view, panels, words);
  const has = (kind: Marker["kind"]) => panels.some(({ markers }) => markers.some((marker) => marker.kind === kind));
  return {
    time,
    values: valueAxis(indicator, isCount, ys, axisWords),
    panels,
    breaks: breaksOf(view, time),
    markerKinds: {
      value: has("value"),
      baseline: has("baseline"),
      censored: has("censored"),
      planned: panels.some(({ planned }) => planned.length > 0),
      gap: panels.some(({ gaps }) => gaps.length > 0),
    },
    absent: [...new Set(panels.flatMap(({ absent }) => absent))],
  };
}

/** From the earliest baseline or period to the plan's end, with a tick at each end of a period. */
function timeAxis({ periods }: IndicatorView, panels: readonly Panel[], words: TrendWords): TrendModel["time"] {
  const baselines = panels.flatMap(({ markers }) => markers.filter(({ kind }) => kind === "baseline"));
  const ticks = periods.map((period) => ({ at: monthNumber(period.endsOn), label: words.period(period) }));
  const first = baselines.toSorted((one, other) => one.at - other.at)[0];
  if (first && ticks[0] && first.at < ticks[0].at) ticks.unshift({ at: first.at, label: first.when });
  return { min: ticks[0]?.at ?? 0, max: ticks.at(-1)?.at ?? 0, ticks };
}

/**
 * Between the values of the last period under one definition and the first under the next, halfway: what stands for a
 * year is drawn at its end, and a line through it would read as if that year were changed already.
 */
function breaksOf({ history, periods, period }: IndicatorView, { ticks }: Axis): TrendModel["breaks"] {
  const breaks = history.flatMap(({ version, validFrom }) => {
    const first = validFrom === null ? undefined : periods.find(({ startsOn }) => startsOn >= validFrom);
    if (!first || first.endsOn > period.endsOn) return [];
    const index = ticks.findIndex(({ at }) => at === monthNumber(first.endsOn));
    return index > 0 ? [{ at: (ticks[index - 1]!.at + ticks[index]!.at) / 2, version }] : [];
  });
  // Of two that began in one period, only the later one ever held.
  return breaks.filter(({ at, version }) => !breaks.some((other) => other.at === at && other.version > version));
}

/** The years of the targets that planned paths lead to, in words and in the order of time; none where no path is drawn. */
export function endsOfPaths({ panels }: TrendModel): string[] {
  const ends = panels.flatMap(({ planned, target }) => (planned.length > 0 && target ? [target] : []));
  return [...new Set(ends.toSorted((one, other) => one.at - other.at).map(({ when }) => when))];
}
