import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationSettings } from "@/lib/domain/publication";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { publicationJob } from "./publication-job";
import { publicationEvent } from "./publication-row";
import type { Subject } from "./subject";

/**
 * Writes down that somebody asked for a publication, and puts the job that makes it into the queue. The caller has asked
 * whether they may, and calls `wakeJobs` once the transaction is through.
 */
export async function enqueuePublication(
  tx: Transaction,
  actor: Actor,
  { plan, planId, unit, periodId, meetingId = null }: Subject & { plan: string; meetingId?: number | null },
  settings: PublicationSettings,
  now: Date,
): Promise<{ id: number }> {
  const { id } = await tx.publication.create({
    data: {
      ...{ planId, unitId: unit.id, periodId, meetingId, kind: settings.kind, isInternal: settings.isInternal },
      ...{ settings: { ...settings }, requestedAt: now, requestedBy: actor.id },
    },
    select: { id: true },
  });
  const jobId = await enqueue(tx, publicationJob, { publication: id });
  await tx.publication.update({ where: { id }, data: { jobId } });
  await writeAudit(tx, {
    ...publicationEvent({ id, planId, unitId: unit.id }, plan, settings),
    actorId: actor.id,
    action: "publicationRequested",
    after: settings,
  });
  return { id };
}
