import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { FieldProblem } from "@/lib/schemas/form-state";
import { InvalidFields } from "@/lib/schemas/invalid-fields";
import { type MarkForm, markForm } from "@/lib/schemas/report-forms";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { type MarksForm, markFields } from "@/lib/schemas/review-forms";
import { markIndicator } from "./mark-indicator";

/**
 * Stores what changed among the marks of a page. What can't be stored (a query without words) is told at the end and
 * doesn't keep the others from being stored.
 * @throws Refusal as `markIndicator` does; `InvalidFields` after everything else was stored
 */
export async function markIndicators(
  actor: Actor,
  address: ReportAddress,
  { submission, given }: Pick<MarksForm, "submission" | "given">,
  now: Date,
): Promise<void> {
  const problems: FieldProblem[] = [];
  for (const { indicator, mark, query, seen } of given) {
    // A radio that nobody chose isn't sent, and a query's words may have changed.
    if (mark === "" || (mark === seen && mark !== "query")) continue;
    const read = markForm.safeParse({ indicator, submission: `${submission}`, mark, query });
    if (read.success) await markIndicator(actor, address, read.data satisfies MarkForm, now);
    else problems.push({ field: markFields(indicator).query, key: read.error.issues[0]?.message ?? "fieldInvalid" });
  }
  if (problems.length > 0) throw new InvalidFields(problems);
}
