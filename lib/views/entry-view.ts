import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { SubmissionBlock } from "@/lib/domain/reports/submission";
import type { Value } from "@/lib/domain/values/value";
import type { ReportLock } from "../domain/reports/report-state";
import type { HandBackView, OwnPartView } from "./assignment-view";
import type {
  CellView,
  CellViews,
  CommentView,
  DeclarationView,
  DimensionView,
  EvidenceView,
  IndicatorContext,
  IndicatorView,
  IsoMoment,
  LastChangeView,
  NarrativeView,
  QueryView,
  ReportHead,
  Totals,
  Warned,
} from "./report-view";

/** Everything that the entry form shows. */
export interface EntryView {
  report: ReportHead;
  totals: Totals;
  /** All goals with an indicator that the actor sees, in the framework's order. */
  goals: EntryGoal[];
  /** In the framework's order. */
  indicators: EntryIndicator[];
  /** Only those that the tables of these indicators cross, in the order of cell keys. */
  dimensions: DimensionView[];
  /** Empty for whoever may not edit the report as a whole. */
  narratives: NarrativeView[];
  /** Codes of the plan's periods before this one, oldest first. */
  earlierPeriods: { code: string; endsOn: IsoDate }[];
  abilities: {
    /** The narrative; false too while the report is locked. */
    editReport: boolean;
    /** The same; of a file, a contributor imports their own indicators. */
    importFile: boolean;
    submitReport: boolean;
    /** It waits for its decision, and whoever may submit finds whether it can be withdrawn with its check. */
    seeSubmission: boolean;
    /** What is assigned to others; false too while the report is locked. */
    takeOver: boolean;
  };
}

export interface EntryGoal extends Totals {
  code: string;
  pillar: string;
  title: string;
  shortTitle: string;
}

export interface EntryIndicator extends IndicatorView, IndicatorContext, Warned {
  /** What it is called in the other languages of the pages. */
  otherTitles: string[];
  /** Who enters it, besides the unit's focal points, and who changed a value of it last. */
  who: { assigned: string[]; seen: string; changedBy: string | null };
  /** It is assigned to the actor, or the actor changed it last. */
  isMine: boolean;
  isAnswered: boolean;
  cells: CellViews;
  comments: CommentView[];
  evidence: EvidenceView[];
  /** The query of the last submission, if it had one. */
  query: QueryView | null;
  /** How many queries of submissions before are settled. */
  settledCount: number;
  /** When the secretariat accepted it, unless it was changed since. */
  accepted: IsoMoment | null;
  /** What could be carried over into it from the period before; null where nothing can, or it is answered. */
  carry: CarryView | null;
  /** False too while the report is locked (`report.lock` says why). */
  abilities: {
    enterValue: boolean;
    addComment: boolean;
    addEvidence: boolean;
    /** Also what somebody else added. */
    removeEvidence: boolean;
    replyToQuery: boolean;
  };
}

/** Values of the period before that may be carried over, to be confirmed or corrected here. */
export interface CarryView {
  /** Code of the period in which they were reported. */
  period: string;
  /** Only where this very indicator is asked for, and never with all others. */
  alone: boolean;
  total: Value | null;
  /** How many parts go with it. */
  parts: number;
}

/** What counts of an indicator in how far a report is. */
export interface Counted {
  isAnswered: boolean;
  /** A warning that asks for a comment. */
  isWarned: boolean;
}

/** One indicator on a page of its own. */
export interface IndicatorEntryView {
  report: ReportHead;
  goal: { code: string; title: string; shortTitle: string };
  indicator: EntryIndicator;
  /** What was asked and replied in submissions before, the first first. */
  settled: QueryView[];
  dimensions: DimensionView[];
  /** Codes of the indicators before and after it, as far as the actor sees them. */
  previous: string | null;
  next: string | null;
}

/** Check your answers: the whole report before it is submitted. */
export interface CheckView {
  report: ReportHead;
  totals: Totals;
  goals: EntryGoal[];
  indicators: CheckIndicator[];
  dimensions: DimensionView[];
  narratives: NarrativeView[];
  /** What backs the report as a whole. */
  ofReport: EvidenceView[];
  blocks: SubmissionBlock[];
  /** How many unanswered indicators could get the values of the period before all at once. */
  carriable: number;
  /** How often a value was entered or cleared before these were read. */
  revisions: number;
  /** The actor edits the report as a whole now. */
  mayEdit: boolean;
  /** The actor may submit it now; blocks are another matter. */
  maySubmit: boolean;
  /** Who approved the submission that waits or was approved; null before, and for whoever may not submit. */
  declared: DeclarationView | null;
  /** Whether the actor may take the submission back; null where it is none of theirs, or nothing is submitted. */
  withdrawal: "free" | "reviewBegun" | ReportLock | null;
  /** A contributor's own part; null for whoever has none. */
  ownPart: OwnPartView | null;
  /** What contributors handed back, for whoever may ask again; `mayAskAgain` says whether it can still be changed. */
  handBacks: HandBackView[];
  mayAskAgain: boolean;
}

export interface CheckIndicator
  extends Pick<IndicatorView, "code" | "goal" | "title" | "rules" | "unit" | "steps" | "tables">,
    Warned {
  isAnswered: boolean;
  /** The actor may give a reason for it now. */
  mayEnter: boolean;
  /** The total; null where it is empty. */
  value: Value | null;
  cells: CellViews;
  comments: CommentView[];
  evidence: EvidenceView[];
  query: QueryView | null;
  accepted: IsoMoment | null;
}

/** What of a report a person may enter at a moment. */
export interface StandingView {
  /** Why nothing can be entered; null when it can. */
  lock: ReportLock | null;
  /** Codes of the indicators that take a value from that person; none while it is locked. */
  enterable: readonly string[];
}

/** What changed in a report since a moment, for a page that was out of view. */
export interface NewsView {
  /** Up to when this tells; the next question begins there. */
  until: IsoMoment;
  /** How often a value of the report was entered or cleared so far. */
  revisions: number;
  /** Now: a report may have been submitted or returned meanwhile. */
  standing: StandingView;
  changes: NewValue[];
}

/** What a cell holds since somebody changed it; null where they cleared it. */
export interface NewValue extends LastChangeView {
  indicator: string;
  cell: CellKey;
  present: CellView | null;
}

/** A value that a cell once had, or has. */
export interface Revision {
  revision: number;
  /** Null: the cell was cleared. */
  value: Value | null;
  at: IsoMoment;
  by: string;
  /** The file it was imported from; null when typed. */
  file: string | null;
}

/** What was entered for an indicator in a report, the latest first. */
export interface ValueHistoryView {
  /** How often a value was entered; more than are listed where there are very many. */
  count: number;
  revisions: (Revision & { cell: CellKey })[];
}

/** Somebody who has a report's entry form open, and the indicator that they are at. */
export interface PersonHere {
  id: number;
  name: string;
  at: string | null;
}
