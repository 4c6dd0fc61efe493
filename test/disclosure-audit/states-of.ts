import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import { suppress } from "@/lib/domain/suppression/suppress";
import { linkValues, type TableValue } from "@/lib/domain/suppression/tables/link-values";
import type { DisclosureState, EarlierState } from "@/lib/domain/suppression/tables/linked-values";
import type { Value } from "@/lib/domain/values/value";

// Small tables of one period, and the states that they get.

export const n = (number: number): Value => ({ kind: "number", number: String(number) });
export const of = (numerator: number, denominator: number): Value => ({
  kind: "ratio",
  numerator: { exact: String(numerator) },
  denominator: { exact: String(denominator) },
});
export const censored: Value = { kind: "censored", below: 5 };
export const missing: Value = { kind: "missing", reason: "notCollected" };

interface Given {
  /** By cell, of Thailand; or by unit and cell, joined by a blank. */
  values: Record<string, Value>;
  earlier?: Record<string, EarlierState>;
  /** The countries that the region's values add up. */
  countries?: string[];
  threshold?: number;
  seed?: number;
}

/** The states, by the same keys. */
export function statesOf({
  values,
  earlier = {},
  countries = [],
  threshold = 5,
  seed = 1,
}: Given): Record<string, DisclosureState> {
  const list = Object.entries(values).map(([key, value]): TableValue => {
    const [unit, cell] = key.includes(" ") ? (key.split(" ") as [string, string]) : ["THA", key];
    return {
      unit,
      cell,
      period: "2016",
      value,
      ...(earlier[key] && { earlier: earlier[key] }),
      ...(unit === "REGION" && { addsUp: countries.map((country) => ({ unit: country, period: "2016" })) }),
    };
  });
  const linked = linkValues({ countsPersons: true, isCumulative: false, periods: ["2016"], values: list });
  const { states } = suppress(linked, { threshold, random: seededRandom(seed) });
  return Object.fromEntries(
    Object.keys(values).map((key) => {
      const [unit, cell] = key.includes(" ") ? key.split(" ") : ["THA", key];
      return [key, states.get(`${unit}|2016|${cell}`)!];
    }),
  );
}

export const seeds = Array.from({ length: 12 }, (_, index) => index + 1);
export const hiddenIn = (states: Record<string, DisclosureState>) =>
  Object.keys(states).filter((key) => states[key] === "small" || states[key] === "suppressed");
