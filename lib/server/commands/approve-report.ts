import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { stateAfter } from "@/lib/domain/report";
import type { MoveForm } from "@/lib/schemas/report-forms";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { writeAudit } from "@/lib/server/audit";
import { changeHeld, holdAsSeen, mustLocate, mustReview } from "@/lib/server/reporting/hold-report";
import { subjectOf } from "@/lib/server/reporting/locate-report";
import { reportEvent } from "@/lib/server/reporting/report-stream";
import { publishReport } from "@/lib/server/results/publish-report";
import { transaction } from "@/lib/server/transaction";

/**
 * Approves a submitted report. Its results are worked out and the publication version is raised in the same
 * transaction: what the public reads changes at once, or not at all.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `locked`, `queriesUnanswered`
 */
export async function approveReport(
  actor: Actor,
  address: ReportAddress,
  { rowVersion }: MoveForm,
  now: Date,
): Promise<{ publicationVersion: number }> {
  const located = await mustLocate(address);
  mustBeAble(actor, "reviewReport", { ...subjectOf(located), submittedById: located.report?.submittedById ?? null });
  return transaction(async (tx) => {
    const report = await holdAsSeen(tx, located, rowVersion, now);
    mustReview(actor, located, report);
    const { submission } = report;
    const state = stateAfter("approve", report.facts);
    const queries = await tx.reviewMark.count({ where: { reportId: report.id, submission, mark: "query" } });
    if (queries > 0) throw new Refusal("queriesUnanswered", { queries });
    await changeHeld(tx, report, { state, approvedAt: report.moment, approvedById: actor.id });
    await tx.reviewDecision.create({
      data: { reportId: report.id, submission, decision: "approved", decidedAt: report.moment, decidedById: actor.id },
    });
    const { publication: publicationVersion, lost } = await publishReport(tx, report.id);
    await writeAudit(tx, {
      ...reportEvent(report.id, address),
      actorId: actor.id,
      action: "approved",
      before: { state: report.state },
      after: { state, submission, publicationVersion, ...(lost.length > 0 && { unprotected: lost }) },
    });
    return { publicationVersion };
  });
}
