import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { stateAfter } from "@/lib/domain/reports/report";
import { withdrawalBar } from "@/lib/domain/reports/submission";
import type { TransitionForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { holdAsSeen, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Takes a submission back, as long as no answer of a reviewer on it stands: the report is again what it was before. An
 * acceptance of a submission before that was taken back is no answer on this one, and stays taken back. The number of
 * what is withdrawn isn't given twice, so that a reviewer who still looks at the withdrawn one answers nothing of the next.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `locked`, `reviewBegun`
 */
export async function withdrawSubmission(
  actor: Actor,
  address: ReportAddress,
  { rowVersion }: TransitionForm,
  now: Date,
): Promise<void> {
  const located = await mustLocate(address);
  mustBeAble(actor, "submitReport", subjectOf(located));
  await transaction(async (tx) => {
    const report = await holdAsSeen(tx, located, rowVersion, now);
    const { id, submission } = report;
    const isAnswered = { submission, answer: { not: null } };
    const answers = await tx.reviewAnswer.count({ where: { reportId: id, ...isAnswered } });
    const wasDecided = (await tx.reviewDecision.count({ where: { reportId: id } })) > 0;
    const facts = { ...report.facts, wasDecided };
    if (withdrawalBar(facts, answers) === "reviewBegun") throw new Refusal("reviewBegun");
    const state = stateAfter("withdraw", facts);
    const { count } = await tx.report.updateMany({
      where: { id, state: report.state, rowVersion, submission, reviewAnswers: { none: isAnswered } },
      data: { state, rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      ...reportEvent(report, address),
      actorId: actor.id,
      action: "withdrawn",
      before: { state: report.state },
      after: { state, submission },
    });
  });
}
