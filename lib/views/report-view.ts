import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { DueState, IsoDate } from "@/lib/domain/framework/reporting-period";
import type { UnitRef } from "@/lib/domain/permissions";
import type { NarrativeKind } from "@/lib/domain/reports/narrative";
import type { FileType } from "@/lib/domain/source-file";
import type { TargetValue } from "@/lib/domain/values/assessable-value";
import type { Value } from "@/lib/domain/values/value";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import type { Explained, ValueWarning } from "@/lib/domain/values/value-warning";
import type { ReportLock, ReportState } from "../domain/reports/report-state";

// What the pages about reports show: plain shapes that queries answer and components draw. Texts are in the asked
// language, each with English in its place where it isn't translated. Decimals are exact text; moments are ISO 8601 in UTC.

/** A moment as `2018-04-10T07:02:00.000Z`. */
export type IsoMoment = string;

/** Where a report stands in every address: codes, as they are written in the URL. */
export interface ReportAddress {
  plan: string;
  unit: string;
  period: string;
}

export interface PlanView {
  code: string;
  title: string;
  isReference: boolean;
  isDemonstration: boolean;
}

export interface UnitView {
  code: string;
  level: UnitRef["level"];
  name: string;
}

export interface PeriodView {
  code: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  dueOn: IsoDate;
}

export interface Totals {
  /** Indicators that the actor sees in the report. */
  total: number;
  /** Those with a value or a reason for none; parts without a total count. */
  answered: number;
  /** Those with a warning; notes don't count. */
  warnings: number;
  /** Those with a warning that a comment must explain before submission, and none yet. */
  commentsMissing: number;
  /** Those with a query that waits for a reply or another value. */
  queriesOpen: number;
}

/** A report as its pages' heads show it. Nobody may have opened it yet: then it is a draft without an id. */
export interface ReportHead {
  plan: PlanView;
  unit: UnitView;
  period: PeriodView;
  due: DueState;
  id: number | null;
  state: ReportState;
  /** The optimistic lock of state and narrative; 0 before it was opened. */
  rowVersion: number;
  /** How often it was submitted. */
  submission: number;
  submitted: { at: IsoMoment; by: string } | null;
  approved: { at: IsoMoment; by: string } | null;
  /** Why it came back, while it is returned. */
  returned: { at: IsoMoment; by: string; reason: string; reopened: boolean } | null;
  /** Why values can't be changed now; null when they can. */
  lock: ReportLock | null;
}

export const addressOf = ({ plan, unit, period }: Pick<ReportHead, "plan" | "unit" | "period">): ReportAddress => ({
  plan: plan.code,
  unit: unit.code,
  period: period.code,
});

/** An indicator's words and rules under the version that holds for the period. */
export interface IndicatorView {
  code: string;
  /** Code of its goal. */
  goal: string;
  version: number;
  title: string;
  definition: string;
  computation: string;
  source: string;
  responsible: string;
  limits: string;
  numerator: string;
  denominator: string;
  rules: EntryRules;
  /** Word for the unit in code (`persons`); null for all but numbers. */
  unit: string | null;
  /** Titles of a milestone's steps, step 0 first. */
  steps: string[];
  tables: TableView[];
}

export interface TableView {
  /** Dimension codes joined by `*`. */
  code: string;
  /** In the order in which the table shows them. */
  dimensions: string[];
}

export interface DimensionView {
  code: string;
  name: string;
  open: boolean;
  categories: { code: string; name: string }[];
}

/** What is known of the indicator for this unit from outside the report. */
export interface IndicatorContext {
  baseline: { value: Value; measuredOn: IsoDate; version: number } | null;
  /** The target for this period; a percentage's is in per cent. */
  target: { value: TargetValue; version: number } | null;
  /** Why there is no baseline or target, or where they come from; empty where nothing was noted. */
  note: string;
  /** The approved total of every earlier period that has one, oldest first. */
  earlier: EarlierValue[];
}

export interface EarlierValue {
  period: string;
  value: Value;
  version: number;
  /** Whether a value of this period may be compared with it. */
  comparable: boolean;
}

/** The present value of a cell. A cell that isn't there is empty: save it with expected revision 0. */
export interface CellView {
  value: Value;
  revision: number;
  savedAt: IsoMoment;
  /** It was taken over from the period before, and nobody has confirmed it yet: it is no reported value. */
  carried?: true;
}

/** Who changed a value last, also by clearing it. */
export interface LastChangeView {
  by: string;
  /** Whoever is told did it, in another window or on another computer. */
  isOwn: boolean;
  at: IsoMoment;
}

/** The argument by which a message says who changed something: a name, or `you`, or `none` where nobody is known. */
export const changerOf = (change: LastChangeView | null): string => {
  if (change === null) return "none";
  return change.isOwn ? "you" : change.by;
};

export type CellViews = Record<CellKey, CellView>;

/** Who approved a submission in the unit, as whoever submitted it declared. */
export interface DeclarationView {
  approver: string;
  approverFunction: string;
}

export interface CommentView {
  id: number;
  body: string;
  at: IsoMoment;
  author: string;
  organisation: string;
  /** Names of those whom it was told to. */
  told: string[];
}

/** Somebody who may be told of a comment. */
export interface PersonToTell {
  id: number;
  name: string;
  organisation: string;
}

/** Somebody who may be told of queries. */
export interface PersonToAsk extends PersonToTell {
  /** By the codes of the indicators where they can answer; null: all that are asked about. */
  of: string[] | null;
  /** They review the report as well, and are told at once where a query names them. */
  reviews: boolean;
}

/** The same with the queries that name them now, by the codes of the indicators. */
export interface PersonWithNamed extends PersonToAsk {
  named: string[];
}

/** Somebody whom a query under review names. */
export interface NamedPerson {
  id: number;
  name: string;
  /** They were told at once; whoever doesn't review the report is told when it comes back. */
  reviews: boolean;
}

export interface EvidenceView {
  id: number;
  title: string;
  /** Either a link or a file. */
  url: string | null;
  file: { id: number; type: FileType; size: number } | null;
  organisation: string;
  /** Who added it: they may take it away again. */
  byId: number;
  by: string;
  at: IsoMoment;
}

/** A reviewer's question about an indicator, and the unit's reply. */
export interface QueryView {
  submission: number;
  query: string;
  at: IsoMoment;
  by: string;
  reply: string;
  repliedAt: IsoMoment | null;
  /** Names of those whom the reviewer told of it. */
  told: string[];
  /** The value was changed after the query. */
  changedSince: boolean;
  /** It waits for a reply or another value. */
  isOpen: boolean;
}

/** The report narrative of one pillar; a text that nobody wrote is empty with row version 0. */
export interface NarrativeView {
  pillar: string;
  title: string;
  texts: Record<NarrativeKind, { text: string; isPublic: boolean; rowVersion: number; savedAt: IsoMoment | null }>;
}

/** Digests of the texts as they are stored, by pillar and kind. */
export type TextDigests = Record<string, Record<NarrativeKind, string>>;

export interface Warned {
  warnings: ValueWarning[];
  explained: Explained;
  /** A warning asks for a comment, and there is none on this value. */
  commentMissing: boolean;
}
