import type { Direction, IndicatorType } from "@/lib/domain/framework/indicator";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { Carried } from "./indicator-view";
import type { PublicValue } from "./public-value";
import type { GoalName, NamedUnit, PillarName, ResultsPeriod, ResultsPlan } from "./results-plan";
import type { ShownStatus } from "./shown-status";

/** The region in one period, indicator by indicator, made of result rows only. */
export interface RegionalView {
  plan: ResultsPlan;
  period: ResultsPeriod;
  /** All periods of the plan, in the order of time. */
  periods: ResultsPeriod[];
  /** The period before, whose statuses `before` names; null for the first. */
  previous: ResultsPeriod | null;
  pillars: PillarName[];
  goals: GoalName[];
  countries: NamedUnit[];
  /** Codes of the countries whose report for the period is approved. */
  reported: string[];
  /** The latest approval that the period's values rest on. */
  approvedUpTo: IsoDate | null;
  rows: RegionalRow[];
}

/** An indicator in one period. */
export interface RegionalRow {
  code: string;
  title: string;
  /** Codes of its goal and of its outcome. */
  goal: string;
  outcome: string;
  type: IndicatorType;
  direction: Direction;
  decimals: number;
  /** Word for what is counted; null where nothing is. */
  unit: string | null;
  steps: string[];
  /** In the order of the view's countries; null for an indicator that the secretariat reports for the region. */
  countries: (RegionalCell | null)[];
  /** null where nothing is reported or worked out for the region. */
  region: RegionCell | null;
}

export interface RegionalCell {
  status: ShownStatus;
  value: PublicValue;
  /** Where the value is shown as taken down. */
  takenDownOn?: IsoDate;
  /** The status in the previous period; null where there is none to compare with. */
  before: ShownStatus | null;
  /** The definition changed since then in a way that breaks comparison. */
  isRedefined: boolean;
}

export interface RegionCell extends RegionalCell {
  /** "5 of 6 countries"; null for what the secretariat reports itself. */
  countries: { in: number; of: number } | null;
  /** Countries are missing from the status, or so many that there is none. */
  isPartial: boolean;
  /** How many countries have a value, of those for which it applies; null for what the secretariat reports itself. */
  given: { in: number; of: number } | null;
  /** How many countries have a value, where the region's value counts countries; null for any other value. */
  countOf: number | null;
  /** Which countries stand in it with an earlier period's value. */
  carried: readonly Carried[];
}
