import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { stateAfter } from "@/lib/domain/reports/report";
import type { MoveWithReasonForm } from "@/lib/schemas/report-forms";
import { writeAudit } from "@/lib/server/audit";
import { changeHeld, holdAsSeen, mustLocate, mustReview } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Gives an approved report back to its unit. Its results stay as they were approved until the next approval.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `locked`, `reasonMissing`
 */
export async function reopenReport(
  actor: Actor,
  address: ReportAddress,
  { rowVersion, reason }: MoveWithReasonForm,
  now: Date,
): Promise<void> {
  const located = await mustLocate(address);
  mustBeAble(actor, "reviewReport", { ...subjectOf(located), submittedById: located.report?.submittedById ?? null });
  await transaction(async (tx) => {
    const report = await holdAsSeen(tx, located, rowVersion, now);
    mustReview(actor, located, report);
    const { submission } = report;
    const state = stateAfter("reopen", report.facts, reason);
    await changeHeld(tx, report, { state });
    await tx.reviewDecision.create({
      data: {
        reportId: report.id,
        submission,
        decision: "reopened",
        reason,
        decidedAt: report.moment,
        decidedById: actor.id,
      },
    });
    await writeAudit(tx, {
      ...reportEvent(report.id, address),
      actorId: actor.id,
      action: "reopened",
      before: { state: report.state },
      after: { state, submission, reason },
    });
  });
}
