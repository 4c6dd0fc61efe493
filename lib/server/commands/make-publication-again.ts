import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { publicationAfter } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { wakeJobs } from "@/lib/server/jobs/running";
import { publicationJob } from "@/lib/server/publications/publication-job";
import { mustLocatePublication, publicationEvent } from "@/lib/server/publications/publication-row";
import { transaction } from "@/lib/server/transaction";

/**
 * Makes a publication once more from what it was made of: the same version gives the same bytes. One that never came so
 * far is made from the present version.
 * @throws Refusal `notFound`, `changedMeanwhile` where it is being made already
 */
export async function makePublicationAgain(actor: Actor, plan: string, id: number, now: Date): Promise<void> {
  const located = await mustLocatePublication(actor, plan, id);
  const { settings, state, jobId } = located;
  const after = publicationAfter("makeAgain", state);
  await transaction(async (tx) => {
    const next = await enqueue(tx, publicationJob, { publication: id });
    const { count } = await tx.publication.updateMany({
      where: { id, state, jobId },
      data: { state: after, failure: null, jobId: next, requestedAt: now, requestedBy: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      ...publicationEvent(located, plan, settings),
      actorId: actor.id,
      action: "publicationRequestedAgain",
      before: { state },
      after: { state: after },
    });
  });
  wakeJobs();
}
