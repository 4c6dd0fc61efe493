import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { reportLock } from "@/lib/domain/reports/report";
import type { EvidenceFileWords } from "@/lib/schemas/reports/evidence-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { cleanInThread } from "@/lib/server/files/clean-in-thread";
import { addStoredFile } from "@/lib/server/files/stored-files";
import { holdEvidence, mustBackPlace, mustHaveSpace } from "@/lib/server/reports/evidence/hold-evidence";
import { lockFacts } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Adds a file that backs an indicator's values or the report, in the name of the actor's organisation. What was sent is kept
 * nowhere: only what is left of it without who made it.
 * @param indicator null: the report as a whole
 * @param stop ends it where whoever asked has gone
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `evidenceFull`, and why the file isn't taken
 */
export async function addEvidenceFile(
  actor: Actor,
  address: ReportAddress,
  { indicator, title, bytes }: EvidenceFileWords & { indicator: string | null; bytes: Uint8Array },
  now: Date,
  stop?: AbortSignal,
): Promise<{ id: number }> {
  const place = await mustBackPlace(actor, address, indicator);
  const cleaned = await cleanInThread(bytes, stop);
  return transaction(async (tx) => {
    const report = await holdEvidence(tx, actor, address, place, now);
    const fileId = await addStoredFile(tx, { ...cleaned, title }, { id: actor.id, now: report.moment });
    const evidence = await tx.evidence.create({
      data: {
        reportId: report.id,
        indicatorId: place.indicator?.id,
        organisationId: actor.organisation.id,
        fileId,
        createdAt: report.moment,
        createdById: actor.id,
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      ...reportEvent(report, address, place.indicator?.code),
      actorId: actor.id,
      action: "evidenceAdded",
      // Neither what it is called nor its hash: whoever has the file elsewhere would know whose it is.
      after: { evidence: evidence.id, type: cleaned.type },
    });
    return evidence;
  });
}

/**
 * The same questions before a file is read and cleaned, holding nothing: strangers keep nobody waiting.
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `evidenceFull`
 */
export async function mustAddEvidenceFile(
  actor: Actor,
  address: ReportAddress,
  indicator: string | null,
  now: Date,
): Promise<void> {
  const { located, indicator: found } = await mustBackPlace(actor, address, indicator);
  const { report, period } = located;
  const lock = reportLock(lockFacts(report?.state ?? "draft", period, now));
  if (lock) throw new Refusal("locked", { lock });
  if (report) await mustHaveSpace(await db(), report.id, found);
}
