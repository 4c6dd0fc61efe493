import type { DecisionKind, FollowUpStatus } from "@/lib/domain/commitments/decision";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { FormerNode } from "@/lib/views/commitments/former-node";
import type { UnitView } from "@/lib/views/report-view";
import type { SaidDue } from "./follow-up-view";
import type { KeyActionView } from "./observation-view";

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
  /** Empty where it was taken down for safety. */
  body: string;
  isTakenDown: boolean;
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
  /** What is done about it, by unit; none of units that said nothing. */
  actions: readonly DecisionActions[];
}

/** What a unit does about a decision; of the region, what organisations do. */
export interface DecisionActions {
  unit: UnitView;
  keyActions: readonly KeyActionView[];
}

/** A decision for somebody who acts on it. */
export interface ActingDecisionView {
  plan: string;
  rowVersion: number;
  decision: DecisionView;
  acting: readonly (DecisionActions & {
    /** Who may be named as the one who does it. */
    organisations: { id: number; name: string }[];
  })[];
}

/** A decision on which somebody is to act, or to tell how far it came. */
export interface WaitingDecision extends Pick<DecisionView, "textId" | "code" | "language"> {
  unit: UnitView;
  /** How it begins. */
  beginning: string;
  waits: "add" | "tell";
  /** Of the decision; null: the next meeting. */
  dueOn: IsoDate | null;
  /** How many key actions should be done by now. */
  overdue: number;
}

/** What a later meeting was told of a decision. */
export interface ToldOfDecision {
  meeting: string;
  status: FollowUpStatus;
  /** Empty where nothing was said besides, and where it was taken down for safety. */
  body: string;
  isEmptied: boolean;
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
  /** What it is about besides. */
  formerNodes: readonly FormerNode[];
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
  /** What else was said to governments before, also what they alone read. */
  saidDue: readonly SaidDue[];
}
