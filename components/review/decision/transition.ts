import type { ReportState } from "@/lib/domain/reports/report-state";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { ApprovalProgress } from "@/lib/views/consequences-view";
import type { PersonToAsk, ReportAddress } from "@/lib/views/report-view";

/** What a reviewer may decide about a report as a whole; also the last part of the address that asks for confirmation. */
export const reviewTransitions = ["return", "approve", "reopen"] as const;
export type ReviewTransition = (typeof reviewTransitions)[number];

/** The form in which the words to go with a decision about a submission are written. */
export const formOf = (transition: ReviewTransition, submission: number) => `${transition} ${submission}`;

/** The form whose words may still be sent as the report stands; null where none may. */
export function openForm({ state, submission }: { state: ReportState; submission: number }): string | null {
  if (state === "submitted") return formOf("return", submission);
  return state === "approved" ? formOf("reopen", submission) : null;
}

/** Where a page says what approving the report would change. */
export const consequencesId = "consequences";

/** What an approval needs: the digest of the consequences that are shown, or how far they are worked out. */
export interface Approval {
  digest: string | null;
  underWay: ApprovalProgress | null;
  /** The page shows beside the form how far they are. */
  isToldBeside: boolean;
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What a decision is about, as the person saw it. */
export interface TransitionSubject {
  address: ReportAddress;
  /** Who decides. */
  userId: number;
  locale: string;
  rowVersion: number;
  /** How often the report was submitted: words about one submission say nothing of the next. */
  submission: number;
  /** Name of the unit. */
  unit: string;
  /** The report's own page. */
  here: string;
  /** Whom the reviewer may tell of a query that the report is returned with; null where that couldn't be read. */
  people: readonly PersonToAsk[] | null;
  /** Who of the unit is named in a query. */
  named: readonly { code: string; person: number; name: string }[];
  /** The same with whom the server may still have; without it, it has those. */
  seen?: readonly { code: string; person: number }[];
}
