import "server-only";
import { type PublicationFailure, type PublicationSettings, publicationAfter } from "@/lib/domain/publication";
import { UnknownContentFormat } from "@/lib/publication/content";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import type { Interruption } from "@/lib/server/jobs/job-kind";
import { publicationEvent } from "./publication-row";

/** Takes a publication back that isn't made any more: to wait again, or failed. What wasn't begun yet stays as it is. */
export async function takeBack(tx: Transaction, id: number, interruption: Interruption): Promise<void> {
  const { id: jobId, after, error } = interruption;
  const state = publicationAfter(after === "failed" ? "fail" : "takeBack", "making");
  const failure: PublicationFailure = error instanceof UnknownContentFormat ? "contentFormat" : "other";
  const [row] = await tx.publication.updateManyAndReturn({
    where: { id, jobId, state: "making" },
    data: { state, ...(after === "failed" && { failure, finishedAt: new Date() }) },
    select: {
      ...{ id: true, planId: true, unitId: true, settings: true, requestedBy: true },
      plan: { select: { code: true } },
    },
  });
  if (!row) return;
  await writeAudit(tx, {
    // Written by `requestPublication` alone, under this very type.
    ...publicationEvent(row, row.plan.code, row.settings as unknown as PublicationSettings),
    // Nobody is to blame for a process that ended.
    actorId: error === null ? null : row.requestedBy,
    action: after === "failed" ? "publicationFailed" : "publicationTakenBack",
    before: { state: "making" },
    after: { state, ...(error !== null && after === "failed" && { failure }) },
  });
}
