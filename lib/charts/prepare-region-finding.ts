import { regionFigureText } from "./count-of-countries";
import type { IndicatorView, LinePoint, RegionLine } from "./indicator-view";
import { explainRegion } from "./prepare-explanation";
import type { Wording } from "./public-figure";
import type { ShownStatus } from "./shown-status";

/** What is found about the region: a message's key in `public.trend` with its arguments, but for the period's name. */
export type RegionFinding =
  | { key: "regionNone"; args: Record<never, never> }
  | { key: "regionFindingPlan"; args: { status: ShownStatus; value: string; planned: string } }
  | { key: "regionFinding"; args: { value: string } };

/** Whether the region's figure counts countries. */
export const countsCountries = ({ indicator }: Pick<IndicatorView, "indicator">, region: RegionLine): boolean =>
  indicator.aggregation === "countOfCountries" && region.assessment?.region !== null;

/** How many countries had a value in the point's period, where the region's figure counts countries; else null. */
export const countOfPoint = (region: RegionLine, { period }: LinePoint, isCount: boolean): number | null =>
  isCount ? (region.restsOn[period.code]?.length ?? null) : null;

/** Whether the region's figure is held against a plan; one for context isn't, and it only matters who gave one. */
export function isRegionJudged(region: RegionLine): boolean {
  const reason = region.assessment?.region?.reason?.code;
  return !reason || !["neutral", "noTarget", "narrative", "noApprovedValue"].includes(reason);
}

export function regionFinding(view: IndicatorView, region: RegionLine, wording: Wording): RegionFinding {
  const isCount = countsCountries(view, region);
  const point = region.points.at(-1);
  if (!point || point.figure.mark === "missing") return { key: "regionNone", args: {} };
  const { figure } = point;
  const { facts } = explainRegion(region, view.indicator, isCount, wording);
  if (facts.y !== null && facts.A !== null && facts.A !== wording.suppressed) {
    // Both over the countries of the status: the figure over all that have one can't be held against their plan.
    return { key: "regionFindingPlan", args: { status: region.status, value: facts.y, planned: facts.A } };
  }
  const value = regionFigureText(figure, countOfPoint(region, point, isCount), view.indicator, wording);
  const withUnit = view.indicator.type === "percentage" && figure.mark === "shown" && !isCount ? `${value}%` : value;
  return { key: "regionFinding", args: { value: withUnit } };
}
