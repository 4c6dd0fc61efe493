import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { stateAfter } from "@/lib/domain/reports/report";
import type { ReopenForm } from "@/lib/schemas/reports/report-forms";
import { tellOfReturn } from "@/lib/server/mail/tell-of-return";
import { decide, holdToDecide, mustLocateToReview } from "@/lib/server/reports/decide";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Gives an approved report back to its unit. Its results stay as they were approved until the next approval, with which
 * readers are told why they were corrected.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `locked`, `reasonMissing`
 */
export async function reopenReport(
  actor: Actor,
  address: ReportAddress,
  { rowVersion, reason, readersReason }: ReopenForm,
  now: Date,
): Promise<void> {
  const located = await mustLocateToReview(actor, address);
  await transaction(async (tx) => {
    const report = await holdToDecide(tx, actor, located, { transition: "reopen", rowVersion }, now);
    const state = stateAfter("reopen", report.facts, reason);
    await tellOfReturn(tx, located, report, [], { by: actor.id, isReopened: true });
    await decide(tx, actor, address, report, { decision: "reopened", state, reason, readersReason });
  });
}
