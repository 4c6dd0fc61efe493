import { plotLetter } from "@/lib/charts/axes/plot-value";
import { countOfPoint, countsCountries } from "@/lib/charts/axes/region-sets";
import { letterText } from "@/lib/charts/letter-text";
import { inSteps, type Marker, type Panel, periodByPeriod, type Spot, type TrendModel } from "@/lib/charts/trend-model";
import { monthNumber } from "@/lib/domain/framework/reporting-period";
import { plannedCount } from "@/lib/domain/progress/regional-members";
import { restOnSameCountries } from "@/lib/domain/progress/same-countries";
import { parseFraction } from "@/lib/domain/values/rational";
import type { IndicatorView, LinePoint, RegionLine } from "@/lib/views/indicator-view";
import { percentPlaces, placesText } from "@/lib/views/public-value";
import { preparePanel, standing } from "./prepare-panel";
import { panelContext, type TrendWords, trendModel } from "./prepare-trend";

/** The region's values over time; null where there is nothing for the region. */
export function prepareRegionTrend(view: IndicatorView, words: TrendWords): TrendModel | null {
  const { region } = view;
  if (!region) return null;
  const isCount = countsCountries(view, region);
  const context = {
    ...panelContext(view, words),
    countOf: (point: LinePoint) => countOfPoint(region, point, isCount),
  };
  if (region.assessment?.unit) {
    const { baseline, targets } = region.assessment.unit.inputs;
    return trendModel(view, [preparePanel(region, { baseline, targets }, context)], false, words);
  }
  // A rise or fall may only be a country that came or went.
  const breaks = (from: LinePoint, to: LinePoint) =>
    !restOnSameCountries({ restsOn: setOf(region, from) }, { restsOn: setOf(region, to) });
  const panel = preparePanel(region, { baseline: null, targets: [] }, context, breaks);
  return trendModel(view, [withPlan(panel, view, region, isCount, words)], isCount, words);
}

const setOf = (region: RegionLine, point: LinePoint) => region.restsOn[point.period.code] ?? [];

/**
 * Baseline, planned value and target of the region's status, drawn beside its values only where both rest on the same
 * countries: else the way would begin somewhere that the values never were.
 */
function withPlan(panel: Panel, view: IndicatorView, region: RegionLine, isCount: boolean, words: TrendWords): Panel {
  const assessment = region.assessment?.region;
  const members = assessment?.inputs.members ?? [];
  const restsOn = region.restsOn[view.period.code] ?? [];
  if (!assessment || !restOnSameCountries({ restsOn: members.map(({ unit }) => unit) }, { restsOn })) return panel;
  const isPercentage = view.indicator.type === "percentage";
  const countOf = isCount ? members.length : null;
  const { b, A, T } = assessment.letters;
  const startsOn = members.map(({ baseline }) => baseline.measuredOn).sort()[0];
  const endsOn = assessment.inputs.endOfPlan;
  // As the values beside them, percentages without a sign.
  const text = (letter: string) =>
    isPercentage && !isCount
      ? placesText(parseFraction(letter).mul(100), percentPlaces, words.wording.locale)
      : letterText(letter, view.indicator, countOf, words.wording);
  const spot = (letter: string | null, day: string | null | undefined): Spot[] =>
    letter !== null && day ? [{ at: monthNumber(day), y: plotLetter(letter, isPercentage) }] : [];
  const start = spot(b, startsOn);
  const { ends, until } = panelContext(view, words);
  const end = standing(spot(T, endsOn), until);
  const last = end.at(-1);
  // How many countries plan a "yes" or a step, as the status counts it at a period's end.
  const counted = (month: number) => plannedCount(view.indicator, members, month);
  const planned =
    isCount && start[0] && last
      ? inSteps(periodByPeriod(start[0].at, last.at, ends, counted))
      : [...start, ...spot(A, view.period.endsOn < (endsOn ?? "") ? view.period.endsOn : null), ...end];
  const baseline: Marker[] = start.map((each) => ({
    ...each,
    kind: "baseline",
    when: words.year(startsOn!),
    text: text(b!),
  }));
  return {
    ...panel,
    markers: [...baseline, ...panel.markers],
    planned: planned.length > 1 ? planned : [],
    target: last ? { ...last, when: words.year(endsOn!), text: text(T!) } : null,
  };
}
