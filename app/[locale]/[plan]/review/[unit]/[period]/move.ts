import type { FormState } from "@/lib/schemas/form-state";
import type { ReportAddress } from "@/lib/schemas/report-view";

/** What a reviewer may decide about a report as a whole; also the last part of the address that asks for confirmation. */
export const reviewMoves = ["return", "approve", "reopen"] as const;
export type ReviewMove = (typeof reviewMoves)[number];

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What a decision is about, as the person saw it. */
export interface MoveSubject {
  address: ReportAddress;
  /** Who decides. */
  userId: number;
  locale: string;
  rowVersion: number;
  /** Name of the unit. */
  unit: string;
  /** The report's own page. */
  here: string;
}
