import type { ValueKind } from "../values/value";

export const indicatorTypes = ["number", "percentage", "yesNo", "milestone", "narrative"] as const;
export type IndicatorType = (typeof indicatorTypes)[number];
export const directions = ["increase", "decrease", "neutral"] as const;
export type Direction = (typeof directions)[number];
export const accumulations = ["perPeriod", "cumulativeToDate", "snapshot"] as const;
export type Accumulation = (typeof accumulations)[number];
export const aggregations = ["sum", "ratioOfSums", "countOfCountries", "notComputable"] as const;
export type Aggregation = (typeof aggregations)[number];

/** What the rules need to know of an indicator version. */
export interface IndicatorRules {
  type: IndicatorType;
  direction: Direction;
  accumulation: Accumulation;
  aggregation: Aggregation;
  /** For a milestone counted over countries: a country counts at or above this step. */
  aggregationStep: number | null;
  countsPersons: boolean;
  /** Digits after the decimal point that a value may have. */
  decimals: number;
  /** Number of steps of a milestone; steps run from 0 to `stepCount - 1`. 0 for other types. */
  stepCount: number;
}

/** The kinds of value that an indicator type takes, beside "missing", which every type takes. */
export const valueKindsOf: Record<IndicatorType, readonly ValueKind[]> = {
  number: ["number", "censored"],
  percentage: ["ratio"],
  yesNo: ["yesNo"],
  milestone: ["step"],
  narrative: ["narrative"],
};

/** Whether values are numbers, which stand right-aligned in a column and can be drawn as a line; else they are words. */
export const isInNumbers: Record<IndicatorType, boolean> = {
  number: true,
  percentage: true,
  yesNo: false,
  milestone: false,
  narrative: false,
};

/**
 * Legal combinations of type, direction, accumulation and aggregation; what isn't listed is refused when a framework is read.
 * Yes/no and milestones describe a state, so they are snapshots. A snapshot number may be summed (shelters in use);
 * a median or a rate that isn't reported as numerator and denominator is not computable for the region.
 */
export const legalCombinations: Record<
  IndicatorType,
  { direction: readonly Direction[]; accumulation: readonly Accumulation[]; aggregation: readonly Aggregation[] }
> = {
  number: { direction: directions, accumulation: accumulations, aggregation: ["sum", "notComputable"] },
  percentage: {
    direction: directions,
    accumulation: ["perPeriod", "cumulativeToDate", "snapshot"],
    aggregation: ["ratioOfSums"],
  },
  yesNo: { direction: directions, accumulation: ["snapshot"], aggregation: ["countOfCountries", "notComputable"] },
  milestone: {
    direction: ["increase", "neutral"],
    accumulation: ["snapshot"],
    aggregation: ["countOfCountries", "notComputable"],
  },
  narrative: { direction: ["neutral"], accumulation: ["perPeriod"], aggregation: ["notComputable"] },
};
