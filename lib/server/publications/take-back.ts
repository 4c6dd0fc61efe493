import "server-only";
import { type PublicationFailure, publicationAfter, statesBefore } from "@/lib/domain/publication";
import { UnknownContentFormat } from "@/lib/publication/content";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import type { Interruption } from "@/lib/server/jobs/job-kind";
import { publicationEvent, storedSettings } from "./publication-row";

/**
 * Takes a publication back that isn't made any more: to wait again, or failed, also where its making couldn't even begin. What
 * waits still, waits. Its state changes with its job alone, which the caller holds.
 */
export async function takeBack(tx: Transaction, id: number, interruption: Interruption): Promise<void> {
  const { id: jobId, after, error } = interruption;
  const transition = after === "failed" ? "fail" : "takeBack";
  const row = await tx.publication.findFirst({
    where: { id, jobId, state: { in: statesBefore(transition) } },
    select: {
      id: true,
      planId: true,
      unitId: true,
      settings: true,
      state: true,
      requestedBy: true,
      plan: { select: { code: true } },
    },
  });
  if (!row) return;
  const state = publicationAfter(transition, row.state);
  const failure: PublicationFailure = error instanceof UnknownContentFormat ? "contentFormat" : "other";
  await tx.publication.update({
    where: { id, jobId, state: row.state },
    data: { state, ...(after === "failed" && { failure, finishedAt: new Date() }) },
  });
  await writeAudit(tx, {
    // Written by `requestPublication` alone, under this very type.
    ...publicationEvent(row, row.plan.code, storedSettings(row.settings)),
    // Nobody is to blame for a process that ended.
    actorId: error === null ? null : row.requestedBy,
    isByJob: true,
    action: after === "failed" ? "publicationFailed" : "publicationTakenBack",
    before: { state: row.state },
    after: { state, ...(error !== null && after === "failed" && { failure }) },
  });
}
