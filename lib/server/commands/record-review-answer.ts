import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ReviewAnswerForm } from "@/lib/schemas/reports/report-forms";
import { seenAmong, seenAnswer } from "@/lib/schemas/reports/review-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { holdUnderReview, mustLocateToReview } from "@/lib/server/reports/decide";
import { mustFindIndicator } from "@/lib/server/reports/hold-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { acceptedBefore, takeBackAnswers } from "@/lib/server/reports/review-answers";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Accepts or queries an indicator of the submission under review, or takes the answer back. The unit sees
 * the answers when the report is decided about. Another reviewer's answer gives way only to somebody who saw it, and so does one's own
 * query, which may be another window's words. The same answer once more changes nothing, whoever made it; but what was accepted
 * with others in one act is by then accepted by itself, and isn't undone with them. What is taken back is undecided, also where it was
 * accepted in a submission before.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` for another submission than the one under review, `locked`,
 * `answeredMeanwhile`
 */
export async function recordReviewAnswer(
  actor: Actor,
  address: ReportAddress,
  { indicator, submission, answer, query: asked, seen = "" }: ReviewAnswerForm,
  now: Date,
): Promise<void> {
  const located = await mustLocateToReview(actor, address);
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  await transaction(async (tx) => {
    const report = await holdUnderReview(tx, actor, located, submission, now);
    const key = { reportId: report.id, submission, indicatorId };
    const where = { reportId_submission_indicatorId: key };
    const standing = await tx.reviewAnswer.findUnique({
      where,
      select: {
        answer: true,
        query: true,
        answeredAt: true,
        answeredById: true,
        acceptanceId: true,
        answeredBy: { select: { name: true } },
      },
    });
    const before = standing?.answer ? { answer: standing.answer, query: standing.query } : null;
    const query = answer === "query" ? asked : "";
    // Where nothing is stored, an acceptance of a submission before may stand.
    const isCarried = standing === null && (await acceptedBefore(tx, key, [indicatorId])).length > 0;
    const isSame = !isCarried && (before?.answer ?? "none") === answer && (before?.query ?? "") === query;
    if (isSame && (standing?.acceptanceId ?? null) === null) return;
    if (!isSame && standing && before && (standing.answeredById !== actor.id || before.answer === "query")) {
      const { answeredBy, answeredAt } = standing;
      if (!seenAmong(seen).includes(seenAnswer(before)))
        throw new Refusal("answeredMeanwhile", { ...before, by: answeredBy.name, at: answeredAt.toISOString() });
    }
    // Whom a query names is told of nothing once it is none.
    if (answer !== "query") await tx.mention.deleteMany({ where: key });
    const by = { answeredAt: report.moment, answeredById: actor.id };
    if (answer === "none") await takeBackAnswers(tx, { reportId: report.id, submission }, [indicatorId], by);
    else {
      const given = { answer, query, ...by, acceptanceId: null };
      await tx.reviewAnswer.upsert({ where, create: { ...key, ...given }, update: given });
    }
    await writeAudit(tx, {
      ...reportEvent(report, address, code),
      actorId: actor.id,
      // Events of earlier versions are called `marked`, with a `mark`: the chain isn't rewritten.
      action: "reviewAnswered",
      // The row keeps its present words alone.
      before: before ?? undefined,
      after: { submission, answer },
    });
  });
}
