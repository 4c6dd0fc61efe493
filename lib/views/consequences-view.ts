import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { AfterEnd } from "@/lib/domain/progress/after-end";
import type { Status } from "@/lib/domain/progress/status";
import type { UnitView } from "./report-view";

/** A status with what became of it after the plan's end. */
export type ExactStatus = Status | AfterEnd;
/** The same as readers see it: "suppressed" where it isn't told because its value is hidden. */
export type PublicStatus = ExactStatus | "suppressed";

/** What approving a report would change of what readers see, as it stands now. */
export interface ConsequencesView {
  /** Statuses of the reporting unit that change, in the framework's order; in other periods too where the year before counts. */
  own: StatusChange[];
  /** Regional statuses that change. */
  region: StatusChange[];
  /** Of other countries: those that no longer are told, or are again, for what is hidden changes. */
  others: (StatusChange & { unit: string })[];
  /** Values that the public may see now or for the first time, and that would be hidden, by indicator and unit. */
  hidden: HiddenValues[];
  /** How many of them all. */
  hiddenCount: number;
  /**
   * Values that anyone can work out afterwards, who keeps what was public before, and couldn't so far; hiding can't take
   * that back.
   */
  unprotected: ValueView[];
  /** Where no pattern that hides less was found in time, by indicator and unit. */
  hiddenAsWhole: Omit<HiddenValues, "isOwn">[];
  /** The unit's status in the period by indicator code. */
  statuses: Record<string, ReviewedStatus>;
  /** Cells of the report that the public wouldn't see as they are, by indicator code. */
  states: Record<string, Record<CellKey, "small" | "suppressed">>;
  /** Counts of persons from 1 to one below it are small. */
  threshold: number;
  /** Of all the above: whoever approves sends it, and what becomes public has the same one. */
  digest: string;
  /** Names of the units that occur. */
  units: UnitView[];
}

/** How many indicators of an approval are worked out, of how many; of none while nothing is known yet. */
export interface ApprovalProgress {
  done: number;
  of: number;
}

/** What is told of an approval that is being worked out; `underWay` is null where it isn't, and nothing is to be waited for. */
export interface ApprovalAnswer {
  underWay: ApprovalProgress | null;
}

/** What an approval made public, in numbers. */
export interface PublishedView {
  resultsVersion: number;
  /** Statuses of the reporting unit, and of the region. */
  own: StatusCounts;
  region: StatusCounts;
  /** Values that were hidden with it. */
  hidden: number;
  /** The statuses that moved, of the unit and of the region; none where the approval doesn't say which. */
  moved: { own: MovedStatus[]; region: MovedStatus[] };
  /** Values that anyone can work out since. */
  unprotected: ValueView[];
}

/** As readers saw it before (null: not at all), and see it since. */
export type MovedStatus = Pick<StatusChange, "indicator" | "period" | "before" | "after">;

export interface StatusCounts {
  /** Those that gave way to another. */
  changed: number;
  /** Those of what had no status before. */
  first: number;
}

/** A status as it is public now (null: not at all), as it would be, and as officials read it. */
interface ReviewedStatus {
  before: PublicStatus | null;
  after: PublicStatus;
  exact: ExactStatus;
}

/** One value, in codes. */
export interface ValueView {
  indicator: string;
  unit: string;
  period: string;
  cell: CellKey;
  /** It has given way to another since; readers may have kept it. */
  isFormer: boolean;
}

export interface StatusChange {
  indicator: string;
  period: string;
  /** null: there was no result. */
  before: PublicStatus | null;
  after: PublicStatus;
  /** What changes for the better, or for the worse; becoming assessed is better, no longer being so is worse. */
  tendency: "better" | "worse" | "neither";
  /** The region: "5 of 6 countries". */
  countries: { in: number; of: number } | null;
}

export interface HiddenValues {
  indicator: string;
  unit: string;
  period: string;
  cells: number;
  /** False where another unit's values, or the region's, are hidden to protect those of the report. */
  isOwn: boolean;
}
