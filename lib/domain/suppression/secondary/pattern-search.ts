import type { Pattern, PatternCheck } from "../audit/pattern-check";
import type { HidingRules } from "../primary/hiding-rules";
import type { Effort } from "../solver/whole-numbers";
import type { Neighbours } from "../tables/neighbours";
import type { SettledValues } from "../tables/settle-sums";
import type { RandomSource } from "./random-source";

export interface ChosenPattern extends Pattern {
  /** Values of which a promise is broken, for earlier releases gave it away. Hiding can't take that back. */
  lost: readonly number[];
  /** The search ended without a pattern, so that what is tied to the open promise went dark as a whole. */
  gaveUp: boolean;
}

/** What the search for a pattern works with. */
export interface PatternSearch {
  settled: SettledValues;
  rules: HidingRules;
  neighbours: Neighbours;
  check: PatternCheck;
  random: RandomSource;
  effort: Effort;
  /** What hiding a value costs, in this search. */
  costOf: (place: number) => number;
}
