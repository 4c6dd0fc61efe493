import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { reviewAnswerForm } from "@/lib/schemas/reports/report-forms";
import { answerFields, seenAnswer } from "@/lib/schemas/reports/review-fields";
import type { ReviewAnswersForm } from "@/lib/schemas/reports/review-forms";
import type { ReportAddress } from "@/lib/views/report-view";
import { recordReviewAnswer } from "./record-review-answer";

/**
 * Stores what changed among the answers of a page. What can't be stored (a query without words, an answer in the place of
 * another reviewer's that wasn't seen) is told at the end and doesn't keep the others from being stored.
 * @throws Refusal as `recordReviewAnswer` does; `InvalidFields` after everything else was stored
 */
export async function recordReviewAnswers(
  actor: Actor,
  address: ReportAddress,
  { submission, given }: Pick<ReviewAnswersForm, "submission" | "given">,
  now: Date,
): Promise<void> {
  const problems: FieldProblem[] = [];
  for (const { indicator, answer, query, seen } of given) {
    // A radio that nobody chose isn't sent.
    if (answer === "" || seenAnswer({ answer, query }) === seen) continue;
    const fields = answerFields(indicator);
    const read = reviewAnswerForm.safeParse({ indicator, submission: `${submission}`, answer, query, seen });
    if (!read.success) {
      problems.push({ ...fieldProblems(read.error)[0]!, field: fields.query });
      continue;
    }
    await recordReviewAnswer(actor, address, read.data, now).catch((refusal: unknown) => {
      if (!(refusal instanceof Refusal) || refusal.code !== "answeredMeanwhile") throw refusal;
      problems.push({ field: fields.answer, key: refusal.code, args: { ...refusal.args } });
    });
  }
  if (problems.length > 0) throw new InvalidFields(problems);
}
