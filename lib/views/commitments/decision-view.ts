import type { DecisionKind, FollowUpStatus } from "@/lib/domain/commitments/decision";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { UnitView } from "@/lib/views/report-view";

/** A decision of a meeting. */
export interface DecisionView {
  textId: number;
  /** Within its meeting. */
  number: number;
  /** As papers quote it: `SOM11-D3`. */
  code: string;
  /** The meeting's code. */
  meeting: string;
  kind: DecisionKind;
  body: string;
  language: string;
  /** Null: at the next meeting. */
  dueOn: IsoDate | null;
  /** Of a regional priority: for which year, and what of the framework. */
  priority: { year: number; nodes: readonly { code: string; title: string; isGoal: boolean }[] } | null;
  /** Of an extended plan: until when. */
  extendedTo: IsoDate | null;
  /** Whom it addresses; neither: all countries. */
  units: readonly UnitView[];
  /** By their names. */
  organisations: readonly string[];
  /** In the order of time. */
  followUps: readonly ToldOfDecision[];
}

/** What a later meeting was told of a decision. */
export interface ToldOfDecision {
  meeting: string;
  status: FollowUpStatus;
  /** Empty where nothing was said besides. */
  body: string;
}

/** A decision of an earlier meeting in one where it is looked at. */
export interface DueDecision {
  decision: DecisionView;
  /** Null: nothing was told yet. */
  told: ToldOfDecision | null;
}

/** What the form of a decision begins with; `number` null for a new one. */
export interface DecisionFormView {
  meeting: { id: number; code: string; rowVersion: number };
  number: number | null;
  kind: DecisionKind | "";
  body: string;
  dueOn: string;
  /** Of a regional priority, and of an extended plan. */
  year: string;
  nodes: string;
  extendedTo: string;
  /** What such a meeting can decide. */
  kinds: readonly DecisionKind[];
  /** Codes of countries. */
  units: string[];
  /** Rows of the directory. */
  organisations: string[];
  countries: readonly { code: string; name: string }[];
  /** Those that are offered, and those that it addresses already. */
  directory: readonly { id: number; name: string; isArchived: boolean }[];
}

/** What the form of follow-ups begins with. */
export interface FollowUpFormView {
  meeting: { id: number; code: string; rowVersion: number };
  due: readonly DueDecision[];
}
