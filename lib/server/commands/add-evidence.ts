import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import type { EvidenceForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { holdForEditing, mustFindIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Adds a link to a document that backs an indicator's values, in the name of the actor's organisation.
 * @throws Refusal `notFound`, `notAllowed`, `locked`
 */
export async function addEvidence(
  actor: Actor,
  address: ReportAddress,
  { indicator, title, url, visibility }: EvidenceForm,
  now: Date,
): Promise<{ id: number }> {
  const located = await mustLocate(address);
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  mustBeAble(actor, "addEvidence", { ...subjectOf(located), indicatorId });
  return transaction(async (tx) => {
    const report = await holdForEditing(tx, actor, address, located, now);
    await holdAssigned(tx, actor, "addEvidence", subjectOf(located), [indicatorId]);
    const evidence = await tx.evidence.create({
      data: {
        reportId: report.id,
        indicatorId,
        organisationId: actor.organisation.id,
        title,
        url,
        visibility,
        createdAt: report.moment,
        createdById: actor.id,
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      ...reportEvent(report, address, code),
      actorId: actor.id,
      action: "evidenceAdded",
      after: { evidence: evidence.id },
    });
    return evidence;
  });
}
