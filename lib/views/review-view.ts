import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { DueState } from "@/lib/domain/framework/reporting-period";
import type { LookCause } from "@/lib/domain/reports/clean";
import type { PeriodState } from "@/lib/domain/reports/report";
import type { Value } from "@/lib/domain/values/value";
import type { ReportLock, ReportState } from "../domain/reports/report-state";
import type { WordsToLookAt } from "./free-text/words-to-look-at";
import type {
  CommentView,
  DeclarationView,
  DimensionView,
  EvidenceView,
  IndicatorContext,
  IndicatorView,
  IsoMoment,
  NamedPerson,
  PeriodView,
  PlanView,
  QueryView,
  ReportHead,
  UnitView,
  Warned,
} from "./report-view";
import type { PublicPart } from "./take-down-view";

/** A submitted report as the secretariat reviews it. */
export interface ReviewView {
  report: ReportHead;
  /** What was decided about earlier submissions, oldest first. */
  decisions: DecisionView[];
  /** Which submissions were taken back, undecided; the present one among them where it is. */
  withdrawn: number[];
  /** Who approved the present submission in the unit; null for one that was made before that was asked. */
  declared: DeclarationView | null;
  /** An earlier submission was decided about, so that what changed since is known. */
  isCompared: boolean;
  /** How many indicators stand under each heading. */
  counts: { changed: number; warnings: number; withoutValue: number; all: number };
  /** The acts that accepted several at once and of which something stands, oldest first. */
  acceptances: AcceptanceView[];
  /** Who looks at which goal, in the goals' order. */
  shares: ShareView[];
  /** What may say of whom it speaks, of the indicators. */
  words: WordsToLookAt[];
  /** How many are accepted (an unchanged one stays so from the submission before), queried, and neither. */
  answers: { accepted: number; queries: number; undecided: number };
  /** All indicators of the report in the framework's order, with a goal's title at hand. */
  indicators: ReviewIndicator[];
  goals: { code: string; pillar: string; title: string; shortTitle: string }[];
  dimensions: DimensionView[];
  /** What backs the report as a whole. */
  ofReport: EvidenceView[];
  /** Why each decision can't be taken now; null when it can. */
  locks: { approve: ReportLock | null; return: ReportLock | null; reopen: ReportLock | null };
  /** False for whoever submitted it, `isOwnSubmission`, and for whoever only reads. */
  mayReview: boolean;
  isOwnSubmission: boolean;
  /** Something of it may be public, and the reader may take it down. */
  mayTakeDown: boolean;
  /** What an approval doesn't bring back: it is taken down from the public site. */
  takenDown: PublicPart[];
}

/** What a reviewer accepted in one act, as far as it stands. */
export interface AcceptanceView {
  id: number;
  at: IsoMoment;
  by: string;
  isOwn: boolean;
  /** Of the indicators whose acceptance stands. */
  codes: string[];
}

/** A goal that a reviewer took for themselves. */
export interface ShareView {
  goal: string;
  reviewer: number;
  by: string;
  isOwn: boolean;
}

export interface DecisionView {
  submission: number;
  decision: "returned" | "approved" | "reopened";
  reason: string;
  /** Of a reopening: what readers are told, empty for none. */
  readersReason: string;
  at: IsoMoment;
  by: string;
  queries: number;
  /** Those queries with the replies, by the codes of indicators; none as long as the unit still replies. */
  settled: (QueryView & { indicator: string })[];
}

export interface ReviewIndicator extends IndicatorView, IndicatorContext, Warned {
  /** The total as it was submitted before, and as it is now; null where it was or is empty. */
  before: Value | null;
  now: Value | null;
  /** Every cell that differs from the submission before, the total first; empty for a first submission. */
  changes: { cell: CellKey; before: Value | null; now: Value | null }[];
  /** Why it can't be accepted unseen with others; null where nothing speaks against it. */
  toLookAt: LookCause | null;
  /** It isn't as it was approved last; false where it never was. */
  isChangedSinceApproval: boolean;
  /** The reader took its goal for themselves. */
  isMine: boolean;
  /** The reader has a note of their own on it. */
  isNoted: boolean;
  /** Whom the query of this submission names. */
  named: NamedPerson[];
  /** Nothing stands in its total and its parts, or only a reason. */
  isWithoutValue: boolean;
  cells: Record<CellKey, Value>;
  /** How often its total was entered or cleared. */
  entries: number;
  comments: CommentView[];
  evidence: EvidenceView[];
  /** The answer of this submission; `carried`: accepted in an earlier one and unchanged since. */
  answer: { answer: "accept" | "query"; query: string; at: IsoMoment; by: string; carried: boolean } | null;
  /** The query of an earlier submission, with the reply. */
  asked: QueryView | null;
}

/** All reports of the plan, as the secretariat looks over them. */
export interface ReviewListView {
  plan: PlanView;
  /** Whether the person opens, closes and locks periods. */
  mayLock: boolean;
  /** Those that have begun, in the order of time. */
  periods: ReviewListPeriod[];
  units: UnitView[];
  /** One for each unit and each period that has begun, waiting ones first. */
  reports: ReviewListReport[];
}

export interface ReviewListPeriod extends PeriodView {
  state: PeriodState;
}

export interface ReviewListReport {
  unit: string;
  period: string;
  state: ReportState;
  submission: number;
  /** The present submission was taken back. */
  isWithdrawn: boolean;
  submittedAt: IsoMoment | null;
  submittedBy: string | null;
  /** The actor submitted it, so somebody else has to decide. */
  isOwn: boolean;
  approvedAt: IsoMoment | null;
  due: DueState;
  answered: number;
  total: number;
  lock: ReportLock | null;
}

/** An answer as it stands by now, and whom it names where it is a query. */
export interface AnswerNews {
  /** Null: taken back, so that an acceptance of a submission before doesn't stand. */
  answer: "accept" | "query" | null;
  query: string;
  by: string;
  isOwn: boolean;
  named: NamedPerson[];
}

/** What ended the review of a submission; `other`: another one stands by now. */
export type ReviewOver = "returned" | "approved" | "withdrawn" | "other";

/** What the reviewers of a report have said by now. */
export interface ReviewNews {
  /** Before it was read. */
  readAt: IsoMoment;
  /** The same as long as nothing changes. */
  digest: string;
  /** Why the submission that was asked about takes no answers any more; null where it does. */
  over: ReviewOver | null;
  /** By the codes of indicators; null where they are as they were under the digest that was sent along. */
  answers: Record<string, AnswerNews> | null;
  /** What of them was accepted at once, as in `ReviewView`; null where that is as it was, too. */
  acceptances: AcceptanceView[] | null;
}
