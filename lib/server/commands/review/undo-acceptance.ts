import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { transitionLock } from "@/lib/domain/reports/report";
import type { UndoAcceptanceForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { mustLocateToReview, mustReview } from "@/lib/server/reports/decide";
import { holdReport } from "@/lib/server/reports/hold-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
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
    const report = await holdReport(tx, located, now);
    mustReview(actor, located, report);
    if (report.submission !== submission) throw new Refusal("changedMeanwhile");
    const lock = transitionLock("approve", report.facts);
    if (lock) throw new Refusal("locked", { lock });
    const where = { reportId: report.id, submission, acceptanceId: acceptance, answer: "accept" as const };
    const standing = await tx.reviewAnswer.findMany({ where, select: { indicator: presentCode } });
    const { count } = await tx.reviewAnswer.deleteMany({ where });
    if (count === 0) throw new Refusal("changedMeanwhile");
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
