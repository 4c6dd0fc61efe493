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
  threshold: number;
  /** As it was adopted: periods after it extend the plan. */
  endsOn: IsoDate;
  /** In the plan's order. */
  units: UnitFacts[];
  /** In the order of time. */
  periods: PeriodFacts[];
  firstPeriodStartsOn: IsoDate;
  indicators: IndicatorFacts[];
}

export const isCumulative = ({ versions }: IndicatorFacts): boolean =>
  versions.some(({ rules }) => rules.accumulation === "cumulativeToDate");
export const countsPersons = ({ versions }: IndicatorFacts): boolean =>
  versions.some(({ rules }) => rules.countsPersons);
