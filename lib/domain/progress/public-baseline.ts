import type { IndicatorRules } from "../framework/indicator";
import type { DisclosureState } from "../suppression/tables/linked-figures";
import type { Figure } from "../values/figure";
import { one, rational } from "../values/rational";
import type { Quantity } from "../values/value";
import type { FigureRange } from "./status-over-range";

/**
 * How a baseline shows to the public. Baselines stand alone: no table splits them and the region's is never shown beside a
 * hidden one, so that nothing else has to be hidden for their sake, and the same baseline shows alike in every period.
 */
export function baselineState(
  { countsPersons }: Pick<IndicatorRules, "countsPersons">,
  figure: Figure,
  threshold: number,
): Extract<DisclosureState, "shown" | "small"> {
  const isSmall = (quantity: Quantity) =>
    "below" in quantity || (rational(quantity.exact).gte(one) && rational(quantity.exact).lt(threshold));
  return countsPersons && quantitiesOf(figure).some(isSmall) ? "small" : "shown";
}

/** The counts that a figure gives away: of a percentage also how many of the denominator are not in the numerator. */
function quantitiesOf(figure: Figure): Quantity[] {
  switch (figure.kind) {
    case "number":
      return [{ exact: figure.number }];
    case "censored":
      return [{ below: figure.below }];
    case "ratio": {
      const { numerator, denominator } = figure;
      if (!("exact" in numerator && "exact" in denominator)) return [numerator, denominator];
      const complement = rational(denominator.exact).sub(rational(numerator.exact));
      return [numerator, denominator, { exact: complement.toString() }];
    }
    default:
      return [];
  }
}

/**
 * What a reader must think possible of a baseline marked `small`: 1 to `threshold - 1`, or from 0 where its source says
 * only "below n". Of a percentage any of three counts may be the small one, so it may lie anywhere.
 */
export function smallBaselineRange(figure: Figure, threshold: number): FigureRange {
  if (figure.kind === "ratio") return { low: ratio("0", "1"), high: ratio("1", "1") };
  const isCensored = figure.kind === "censored";
  const below = isCensored ? Math.max(figure.below, threshold) : threshold;
  return { low: number(isCensored ? 0 : 1), high: number(below - 1) };
}

const number = (count: number): Figure => ({ kind: "number", number: String(count) });
const ratio = (numerator: string, denominator: string): Figure => ({
  kind: "ratio",
  numerator: { exact: numerator },
  denominator: { exact: denominator },
});
