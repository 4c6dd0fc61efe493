import type { EvidenceText } from "@/components/evidence/evidence-item";
import type { Choice } from "@/components/review/answers/choice";
import type { ReviewMore } from "@/lib/schemas/reports/review-more";

// An indicator under review as the list draws it: words and codes, said once. What an indicator doesn't have is left out.

export interface ItemRow {
  code: string;
  title: string;
  /** The total, or the words of a narrative. */
  now: string;
  /** What the difference comes to, the target, the year before. */
  by: string;
  /** Where it is to be read: the status now, if another one, and as it would be; letters of `letterOf`. */
  status: string;
  /** What goes with the status. */
  hint: string;
  /** How often the total was entered. */
  entries: number;
  /** Nothing but a reason stands in the total. */
  none?: true;
  /** What stood there before, where it was something else. */
  before?: string;
  /** `now` and `before` are words to be read. */
  words?: true;
  /** What the public won't see as it stands here. */
  hidden?: string;
  remarks?: RemarkRow[];
  /** How many there are. */
  parts?: number;
  /** How many of them changed. */
  changed?: number;
  /** Something stands open from the start. */
  open?: Partial<ReviewMore>;
  answer?: Choice["answer"];
  query?: string;
  /** The reader noted something for themselves. */
  noted?: true;
  /** Accepted in a submission before. */
  carried?: true;
  /** Who gave it, where nobody can any more. */
  given?: string;
}

/** Most indicators have nothing but the first seven, whose names would be the greater part of a row. */
export type PackedRow = [string, string, string, string, string, string, number, rest?: RestOfRow];
type RestOfRow = Omit<ItemRow, "code" | "title" | "now" | "by" | "status" | "hint" | "entries">;

export function packRow({ code, title, now, by, status, hint, entries, ...rest }: ItemRow): PackedRow {
  const always = [code, title, now, by, status, hint, entries] as const;
  return Object.keys(rest).length === 0 ? [...always] : [...always, rest];
}

export const unpackRow = ([code, title, now, by, status, hint, entries, rest]: PackedRow): ItemRow => ({
  code,
  title,
  now,
  by,
  status,
  hint,
  entries,
  ...rest,
});

/** What there is to know of an indicator's values, one below the other. */
export type RemarkRow =
  | ["warning" | "info", title: string, text: string]
  | ["note", text: string]
  /** A query of an earlier submission. */
  | ["asked", title: string, query: string, reply: string, changed: string]
  | ["comment", title: string, text: string, id: number]
  | ["evidence", lead: string, evidence: [id: number, text: EvidenceText][]];

/** The indicators of a goal; without a title where those of all goals stand in one list. */
export interface ItemGroup {
  goal: string | null;
  title: string;
  rows: PackedRow[];
}
