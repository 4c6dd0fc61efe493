import type { Value } from "@/lib/domain/values/value";
import type { CostOfHiding } from "./cost-of-hiding";

/** How a value shows to the public: as it is, as `<5`, as "suppressed", or as missing. */
export const disclosureStates = ["shown", "small", "suppressed", "missing"] as const;
export type DisclosureState = (typeof disclosureStates)[number];

/** How readers saw a value. */
export type SeenState = Exclude<DisclosureState, "missing">;

/**
 * What readers already saw in this place, with this very value. `small` and `suppressed` stay hidden. `shown` stood in the
 * open: hiding it now would protect nothing, so it never serves to hide others.
 * `hidden` is for another value where a hidden one stood: it is hidden too, unless it is 0 or anybody can compute it.
 */
export type EarlierState = SeenState | "hidden";

/** The bounds n of the `<n` as which readers saw a value: the lowest holds for good, and it never shows below the highest. */
export interface SmallBounds {
  lowest: number;
  highest: number;
}

/** What readers know of a value from before. */
export interface Earlier {
  earlier?: EarlierState;
  /** Of one that they saw as `<n`; left out where that was only ever under the present threshold. */
  bounds?: SmallBounds;
  /**
   * Of one that they saw as "suppressed": what that told when it first stood. A count is so many or more, a part of a
   * percentage 0 or so many; 1 where it told nothing. Left out where it wasn't kept.
   */
  toldLeast?: number;
  /** Other thresholds than the present one, under which it stood before. Never empty. */
  stoodUnder?: readonly number[];
  /** Hidden at present, though it stood in the open before: so it stays, also where it isn't small any more. */
  isWithheld?: true;
}

/** One value that a reader may see: a cell of a unit and period. A percentage is one value, and hidden as a whole. */
export interface LinkedValue extends CostOfHiding, Earlier {
  id: string;
  value: Value | undefined;
  /** The total of a unit. Totals give way last: one is hidden only where no pattern of cells keeps the promise. */
  isTotal: boolean;
  /** Values of one table add up among each other only: those of one period (and results version). */
  table: string;
  /** Where it stands along each axis of the table (unit, dimensions): a code, or "" for the total over it. */
  along: readonly string[];
}

/** The total is meant to be the sum of its parts. Whether it is, is found out: real tables often don't add up. */
export interface Sum {
  total: string;
  parts: readonly string[];
  /** Only perhaps meant: it is taken for true if it adds up, and forgotten if not. */
  isTentative?: boolean;
}

/** Two values of a cumulative-to-date indicator, whose difference counts the persons who came in between. */
export interface Increment {
  from: string;
  to: string;
  /** How many periods with a value lie from one to the other: 1 for neighbours. */
  steps: number;
}

/** Everything of one indicator version that a reader sees at once, and how it hangs together. */
export interface LinkedValues {
  /** Only counts of persons are ever hidden. */
  countsPersons: boolean;
  values: readonly LinkedValue[];
  sums: readonly Sum[];
  increments: readonly Increment[];
}

/**
 * The bound in the `<5` of a value that is marked `small`: the setting, or the source's own bound where that is higher, or
 * the highest that it was ever shown by.
 */
export function smallBound(value: Value | undefined, threshold: number, bounds?: SmallBounds): number {
  return Math.max(value?.kind === "censored" ? value.below : 0, threshold, bounds?.highest ?? 0);
}

/** The bound below which a rise between two values is small: the highest of the thresholds under which both stood. */
export function riseBound(from: Earlier, to: Earlier, threshold: number): number {
  const both = (from.stoodUnder ?? []).filter((each) => to.stoodUnder?.includes(each));
  return Math.max(threshold, ...both);
}
