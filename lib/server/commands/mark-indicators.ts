import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { markForm } from "@/lib/schemas/reports/report-forms";
import { type MarksForm, markFields, seenMark } from "@/lib/schemas/reports/review-forms";
import type { ReportAddress } from "@/lib/views/report-view";
import { markIndicator } from "./mark-indicator";

/**
 * Stores what changed among the marks of a page. What can't be stored (a query without words, a mark in the place of
 * another reviewer's that wasn't seen) is told at the end and doesn't keep the others from being stored.
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
    // A radio that nobody chose isn't sent.
    if (mark === "" || seenMark({ mark, query }) === seen) continue;
    const fields = markFields(indicator);
    const read = markForm.safeParse({ indicator, submission: `${submission}`, mark, query, seen });
    if (!read.success) {
      problems.push({ field: fields.query, key: read.error.issues[0]?.message ?? "fieldInvalid" });
      continue;
    }
    await markIndicator(actor, address, read.data, now).catch((refusal: unknown) => {
      if (!(refusal instanceof Refusal) || refusal.code !== "markedMeanwhile") throw refusal;
      problems.push({ field: fields.mark, key: refusal.code, args: { ...refusal.args } });
    });
  }
  if (problems.length > 0) throw new InvalidFields(problems);
}
