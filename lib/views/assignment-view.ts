import type { AssigneeKind } from "@/lib/schemas/assignments/assignment-forms";
import type { IsoMoment } from "./report-view";

/** A part of a report that its contributor handed back, or was asked for again afterwards. */
export interface HandBackView {
  id: number;
  person: { id: number; name: string };
  at: IsoMoment;
  /** Indicators without an answer at that time. */
  left: number;
  comment: string;
  /** They changed a value after it. */
  changedSince: boolean;
  /** Null while it stands. */
  askedAgain: { at: IsoMoment; by: string; reason: string } | null;
}

/** A contributor's own part of a report. */
export interface OwnPartView {
  total: number;
  left: number;
  handBack: HandBackView | null;
  /** They may hand back, or take it back, now. */
  mayHandBack: boolean;
}

/** What copying assignments leaves out, by name and code. */
export interface LeftOutView {
  people: string[];
  organisations: string[];
  indicators: string[];
  /** Indicators that the present edition of the framework hasn't any more. */
  dropped: number;
}

/** What a row of the matrix is: an indicator with its goal's place in the list of goals. */
export type MatrixRow = [code: string, title: string, goal: number, isAnswered: 0 | 1];

/** What a column of the matrix is: a person or an organisation. */
export interface MatrixColumn {
  id: number;
  name: string;
  /** Of a person. */
  organisation: string | null;
  /** Why they enter nothing: null where they do. */
  bar: "disabled" | "noRole" | "archived" | "nobody" | null;
  /** Indicators that they enter, themselves or by their organisation, and how many of those have no answer. */
  total: number;
  left: number;
  handBack: "standing" | "changed" | "askedAgain" | null;
}

/** Who enters which indicators of a unit's report for a period. */
export interface AssignmentView {
  plan: string;
  unit: { code: string; name: string };
  period: { code: string; name: string };
  units: { code: string; name: string }[];
  periods: { code: string; name: string }[];
  by: AssigneeKind;
  mayAssign: boolean;
  /** Nothing can be changed in a locked period. */
  isLocked: boolean;
  /** Whose column is the reader's own; null for whoever has none. */
  self: number | null;
  goals: { code: string; title: string }[];
  rows: MatrixRow[];
  columns: MatrixColumn[];
  /** For each row, the ids of the columns that it is assigned to. */
  ticks: number[][];
  /** For each row, the ids of people to whom it comes by their organisation; empty where columns are organisations. */
  through: number[][];
  /** Rows that nobody enters but the focal point. */
  unassigned: number;
  /** What one press would copy from the period before, by its name; null where there is none. */
  copy: { from: string; count: number; standing: number; leftOut: LeftOutView } | null;
}
