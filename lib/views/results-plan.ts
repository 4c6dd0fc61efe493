import type { Frequency, IsoDate } from "@/lib/domain/framework/reporting-period";

/** What every page of results says of its plan. */
export interface ResultsPlan {
  code: string;
  title: string;
  subtitle: string;
  /** Whose words, codes, definitions and targets are read: the framework's edition of the results version. */
  edition: EditionName;
  /** Of the edition: it was written for this product, and isn't the adopted text. */
  isReference: boolean;
  isDemonstration: boolean;
  endsOn: IsoDate;
  /** Counts of persons from 1 to one below it are never public. */
  threshold: number;
  /** Others that held before: `<n` of them may stand beside the present one's. Left out where there were none. */
  earlierThresholds?: readonly number[];
  /** Under which results version everything is read. */
  version: number;
  /** Whose results they are; null: the present ones. */
  release: ReleaseView | null;
}

export interface EditionName {
  number: number;
  datedOn: IsoDate;
}

/** A results version that was named for good. */
export interface ReleaseName {
  code: string;
  title: string;
}
export interface ReleaseView extends ReleaseName {
  notes: string;
  version: number;
  releasedOn: IsoDate;
  /** The latest of those that came after it; null where it is the latest. */
  newer: ReleaseName | null;
  /** How many values of the page were corrected since; left out where the page isn't about an indicator or a country. */
  corrected?: number;
}

/** A results version that may be given a name. */
export interface NameableVersion {
  version: number;
  day: IsoDate;
  /** What it came of, in codes: `report THA 2016`. */
  subject: string;
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
