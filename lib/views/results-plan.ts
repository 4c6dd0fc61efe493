import type { Frequency, IsoDate } from "@/lib/domain/framework/reporting-period";

/** What every page of results says of its plan. */
export interface ResultsPlan {
  code: string;
  title: string;
  subtitle: string;
  isReference: boolean;
  isDemonstration: boolean;
  endsOn: IsoDate;
  /** Counts of persons from 1 to one below it are never public. */
  threshold: number;
}

export interface ResultsPeriod {
  code: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  frequency: Frequency;
  /** Something was approved for it, so that there is a page. */
  hasResults: boolean;
}

export interface NamedUnit {
  code: string;
  name: string;
}

export interface PillarName {
  code: string;
  title: string;
}

export interface GoalName {
  code: string;
  title: string;
  /** The pillar's code. */
  pillar: string;
}
