import type { IndicatorRules } from "../framework/indicator";
import type { DisclosureState } from "../suppression/tables/linked-values";
import type { AssessableValue } from "../values/assessable-value";
import { one, rational } from "../values/rational";
import type { Quantity } from "../values/value";
import type { ValueRange } from "./status-over-range";

/**
 * How a baseline shows to the public. Baselines stand alone: no table splits them and the region's is never shown beside a
 * hidden one, so that nothing else has to be hidden for their sake, and the same baseline shows alike in every period.
 */
export function baselineState(
  { countsPersons }: Pick<IndicatorRules, "countsPersons">,
  value: AssessableValue,
  threshold: number,
): Extract<DisclosureState, "shown" | "small"> {
  const isSmall = (quantity: Quantity) =>
    "below" in quantity || (rational(quantity.exact).gte(one) && rational(quantity.exact).lt(threshold));
  return countsPersons && quantitiesOf(value).some(isSmall) ? "small" : "shown";
}

/** The counts that a value gives away: of a percentage also how many of the denominator are not in the numerator. */
function quantitiesOf(value: AssessableValue): Quantity[] {
  switch (value.kind) {
    case "number":
      return [{ exact: value.number }];
    case "censored":
      return [{ below: value.below }];
    case "ratio": {
      const { numerator, denominator } = value;
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
export function smallBaselineRange(value: AssessableValue, threshold: number): ValueRange {
  if (value.kind === "ratio") return { low: ratio("0", "1"), high: ratio("1", "1") };
  const isCensored = value.kind === "censored";
  const below = isCensored ? Math.max(value.below, threshold) : threshold;
  return { low: number(isCensored ? 0 : 1), high: number(below - 1) };
}

const number = (count: number): AssessableValue => ({ kind: "number", number: String(count) });
const ratio = (numerator: string, denominator: string): AssessableValue => ({
  kind: "ratio",
  numerator: { exact: numerator },
  denominator: { exact: denominator },
});
