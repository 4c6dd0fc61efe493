import type { FollowUpStatus } from "@/lib/domain/commitments/decision";
import type { SaidKind } from "@/lib/domain/commitments/follow-up";
import type { PlatformPointKind } from "@/lib/domain/commitments/platform-report";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { UnitView } from "@/lib/views/report-view";

/** What a meeting was told of something that was said to governments. */
export interface FollowedUp {
  /** The meeting's code, and its first day; null where only its year is known. */
  meeting: string;
  on: IsoDate | null;
  year: number;
  status: FollowUpStatus;
  /** Empty where nothing was said besides, and where it was taken down for safety. */
  body: string;
  isEmptied: boolean;
}

/** How it is called, and where it stands. */
export interface SaidName {
  kind: SaidKind;
  /** Of an observation, or of a recommendation; a point's within its kind. */
  number: number;
  /** Of a point: the report that has it. */
  point: { report: string; unit: string; year: number; kind: PlatformPointKind } | null;
}

/** Something said to governments in a meeting where it is looked at. */
export interface SaidDue extends SaidName {
  textId: number;
  /** Whether anybody reads it; otherwise governments do. */
  isPublic: boolean;
  /** Withdrawn, or taken down for safety: its place alone is left. */
  isGone: boolean;
  body: string;
  language: string;
  /** Those that it asks. */
  units: readonly UnitView[];
  answered: number;
  /** Whether an answer is missing whose day has passed. */
  isPastDue: boolean;
  /** Key actions that aren't done. */
  openActions: number;
  /** What this meeting was told; null: nothing yet. */
  told: FollowedUp | null;
  /** What it or an earlier one was told last. */
  lastTold: FollowedUp | null;
}
