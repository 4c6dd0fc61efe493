import "server-only";
import { publicationAfter } from "@/lib/domain/publication";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { publicationEvent } from "./publication-row";
import { enqueuing, wake } from "./queue";
import { silentAttempts } from "./signs-of-life";

/** Without a sign of life for so long, whoever made a publication has ended. */
export const SILENCE_MS = 30_000;

/** Whoever ends this often over the same publication would end over it again. */
const MOST_LOST = 2;

/**
 * Takes publications back whose makers ended on the way: into the queue again, or, where that has happened before, marked
 * failed.
 * @param silentMs for how long nothing was heard of those that are taken for lost; null: whoever makes one
 */
export async function recoverLost(silentMs: number | null): Promise<void> {
  const lost = await silentAttempts(silentMs);
  const enqueue = await enqueuing();
  for (const attemptLost of lost) {
    const { id, attempt, workedAt, lost: times, settings, plan } = attemptLost;
    const after = publicationAfter(times >= MOST_LOST ? "fail" : "takeBack", "making");
    await transaction(async (tx) => {
      const { count } = await tx.publication.updateMany({
        where: { id, attempt, state: "making", workedAt },
        data: {
          ...{ state: after, lost: { increment: 1 } },
          ...(after === "failed" ? { failure: "other", finishedAt: new Date() } : { step: "waiting" }),
        },
      });
      if (count === 0) return;
      if (after === "queued") await enqueue(tx, id);
      await writeAudit(tx, {
        ...publicationEvent(attemptLost, plan, settings),
        actorId: null,
        action: after === "failed" ? "publicationFailed" : "publicationTakenBack",
        before: { state: "making" },
        after: { state: after },
      });
    });
  }
  if (lost.length > 0) await wake();
}

/** Gives every publication that waits a job, for the queue may have been emptied, or put back from a copy. */
export async function requeueWaiting(): Promise<void> {
  const client = await db();
  const waiting = await client.publication.findMany({ where: { state: "queued" }, select: { id: true } });
  const enqueue = await enqueuing();
  // A publication that gets two jobs is made once: the second finds that it doesn't wait any more.
  await transaction(async (tx) => {
    for (const { id } of waiting) await enqueue(tx, id);
  });
}
