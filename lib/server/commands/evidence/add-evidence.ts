import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { EvidenceForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { holdEvidence, mustBackPlace } from "@/lib/server/reports/evidence/hold-evidence";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Adds a link to a document that backs an indicator's values or the report, in the name of the actor's organisation.
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `evidenceFull`
 */
export async function addEvidence(
  actor: Actor,
  address: ReportAddress,
  { indicator, title, url }: EvidenceForm,
  now: Date,
): Promise<{ id: number }> {
  const place = await mustBackPlace(actor, address, indicator);
  return transaction(async (tx) => {
    const report = await holdEvidence(tx, actor, address, place, now);
    const evidence = await tx.evidence.create({
      data: {
        reportId: report.id,
        indicatorId: place.indicator?.id,
        organisationId: actor.organisation.id,
        title,
        url,
        createdAt: report.moment,
        createdById: actor.id,
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      ...reportEvent(report, address, place.indicator?.code),
      actorId: actor.id,
      action: "evidenceAdded",
      after: { evidence: evidence.id },
    });
    return evidence;
  });
}
