import type { IndicatorRules } from "@/lib/domain/framework/indicator";
import type { VersionComparability } from "@/lib/domain/framework/indicator-version";
import type { Frequency, IsoDate } from "@/lib/domain/framework/reporting-period";
import type { UnitRef } from "@/lib/domain/permissions";
import type { Baseline, Target } from "@/lib/domain/progress/unit-path";
import type { NamedPeriod } from "@/lib/domain/values/country-value";

export type UnitFacts = UnitRef;

export interface PeriodFacts extends NamedPeriod {
  id: number;
  frequency: Frequency;
}

/** A version of an indicator with what was set under it, by unit id. */
export interface VersionFacts extends VersionComparability {
  id: number;
  /** The first day that it holds for; null: from the plan's start. */
  validFrom: IsoDate | null;
  frequency: Frequency;
  rules: IndicatorRules;
  baselines: Map<number, Baseline>;
  /** The results versions since which these very baselines are public, where another threshold held since. */
  baselinesSince: Map<number, number>;
  targets: Map<number, Target[]>;
}

export interface IndicatorFacts {
  id: number;
  code: string;
  level: UnitRef["level"];
  /** From the first to the latest. */
  versions: VersionFacts[];
}

/** The part of the framework that results are worked out from. */
export interface PlanFacts {
  id: number;
  /** Counts of persons from 1 to one below it are small. */
  threshold: number;
  /** Thresholds that gave way to others, each with the last results version that it held for; in that order. */
  formerThresholds: readonly { threshold: number; until: number }[];
  /** As it was adopted: periods after it extend the plan. */
  endsOn: IsoDate;
  /** In the plan's order. */
  units: UnitFacts[];
  /** In the order of time. */
  periods: PeriodFacts[];
  firstPeriodStartsOn: IsoDate;
  indicators: IndicatorFacts[];
}

type Thresholds = Pick<PlanFacts, "threshold" | "formerThresholds">;

/** The threshold that holds, or held, for a results version. */
export const thresholdAt = ({ threshold, formerThresholds }: Thresholds, version: number): number =>
  formerThresholds.find(({ until }) => until >= version)?.threshold ?? threshold;

/** Other thresholds than the present one that held in some results version since this one. */
export function othersSince({ threshold, formerThresholds }: Thresholds, version: number): number[] {
  const held = formerThresholds.filter(({ until }) => until >= version).map((former) => former.threshold);
  return [...new Set(held)].filter((each) => each !== threshold);
}

/**
 * The threshold by which baselines show: the highest that ever held, for nothing of them is stored and what was hidden once stays
 * so.
 */
export const baselineThreshold = ({ threshold, formerThresholds }: Thresholds): number =>
  Math.max(threshold, ...formerThresholds.map((former) => former.threshold));

export const isCumulative = ({ versions }: IndicatorFacts): boolean =>
  versions.some(({ rules }) => rules.accumulation === "cumulativeToDate");
export const countsPersons = ({ versions }: IndicatorFacts): boolean =>
  versions.some(({ rules }) => rules.countsPersons);
