import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationSettings } from "@/lib/domain/publication";
import { writeAudit } from "@/lib/server/audit/write";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { wakeJobs } from "@/lib/server/jobs/running";
import { mustMakePublication } from "@/lib/server/publications/must-make-publication";
import { publicationJob } from "@/lib/server/publications/publication-job";
import { publicationEvent } from "@/lib/server/publications/publication-row";
import { transaction } from "@/lib/server/transaction";

/**
 * Asks for a publication; a job makes it.
 * @throws Refusal `notFound`, `notAllowed`; InvalidFields where a choice doesn't fit the plan
 */
export async function requestPublication(
  actor: Actor,
  plan: string,
  settings: PublicationSettings,
  now: Date,
): Promise<{ id: number }> {
  const subject = await mustMakePublication(actor, plan, settings);
  const created = await transaction(async (tx) => {
    const { id } = await tx.publication.create({
      data: {
        planId: subject.planId,
        unitId: subject.unit.id,
        periodId: subject.periodId,
        kind: settings.kind,
        isInternal: settings.isInternal,
        settings: { ...settings },
        requestedAt: now,
        requestedBy: actor.id,
      },
      select: { id: true },
    });
    const jobId = await enqueue(tx, publicationJob, { publication: id });
    await tx.publication.update({ where: { id }, data: { jobId } });
    await writeAudit(tx, {
      ...publicationEvent({ id, planId: subject.planId, unitId: subject.unit.id }, plan, settings),
      actorId: actor.id,
      action: "publicationRequested",
      after: settings,
    });
    return { id };
  });
  wakeJobs();
  return created;
}
