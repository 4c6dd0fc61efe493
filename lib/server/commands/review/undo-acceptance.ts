import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { UndoAcceptanceForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { holdUnderReview, mustLocateToReview } from "@/lib/server/reports/decide";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { takeBackAnswers } from "@/lib/server/reports/review-answers";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Takes back what `acceptClean` accepted in one act, as far as nobody answered otherwise since. Any reviewer may: each of
 * them may take back each answer.
 * @throws Refusal `notFound`, `notAllowed`, `locked` once it is decided, `changedMeanwhile` where nothing of it stands
 */
export async function undoAcceptance(
  actor: Actor,
  address: ReportAddress,
  { submission, acceptance }: UndoAcceptanceForm,
  now: Date,
): Promise<{ takenBack: string[] }> {
  const located = await mustLocateToReview(actor, address);
  return transaction(async (tx) => {
    const report = await holdUnderReview(tx, actor, located, submission, now);
    const where = { reportId: report.id, submission, acceptanceId: acceptance, answer: "accept" as const };
    const standing = await tx.reviewAnswer.findMany({ where, select: { indicatorId: true, indicator: presentCode } });
    if (standing.length === 0) throw new Refusal("changedMeanwhile");
    // The report is held, so nobody answers meanwhile.
    const ids = standing.map(({ indicatorId }) => indicatorId);
    const by = { answeredAt: report.moment, answeredById: actor.id };
    await takeBackAnswers(tx, { reportId: report.id, submission }, ids, by);
    const takenBack = standing.map(({ indicator }) => codeOf(indicator));
    await writeAudit(tx, {
      ...reportEvent(report, address),
      actorId: actor.id,
      action: "acceptanceUndone",
      after: { submission, acceptance, indicators: takenBack },
    });
    return { takenBack };
  });
}
