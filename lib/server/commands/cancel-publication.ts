import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { publicationAfter } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { cancelJob } from "@/lib/server/jobs/enqueue";
import { stopJob } from "@/lib/server/jobs/running";
import { mustLocatePublication, publicationEvent } from "@/lib/server/publications/publication-row";
import { transaction } from "@/lib/server/transaction";

/**
 * Gives up a publication that is queued or being made. What it had before, made an earlier time, stays.
 * @throws Refusal `notFound`, `changedMeanwhile` where it is ready, or given up, already
 */
export async function cancelPublication(actor: Actor, plan: string, id: number, now: Date): Promise<void> {
  const located = await mustLocatePublication(actor, plan, id);
  const { settings, state, jobId } = located;
  const after = publicationAfter("cancel", state);
  await transaction(async (tx) => {
    // First, as its maker does: whoever holds the job is waited for.
    if (jobId !== null) await cancelJob(tx, jobId);
    const { count } = await tx.publication.updateMany({
      where: { id, state, jobId },
      data: { state: after, finishedAt: now },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      ...publicationEvent(located, plan, settings),
      actorId: actor.id,
      action: "publicationCancelled",
      before: { state },
      after: { state: after },
    });
  });
  if (jobId !== null) stopJob(jobId);
}
