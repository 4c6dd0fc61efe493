import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { type PublicationSettings, publicationAfter } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { publicationJob } from "./publication-job";
import { type LocatedPublication, publicationEvent } from "./publication-row";
import type { Subject } from "./subject";

type Row = Pick<LocatedPublication, "id" | "planId" | "unitId" | "state" | "jobId">;

type Asked = Subject & {
  /** The plan's code. */
  plan: string;
  /** What it is the paper of. */
  meetingId?: number | null;
  platformReportId?: number | null;
};

/**
 * Writes down that somebody asked for a publication, and puts the job that makes it into the queue. The caller has asked
 * whether they may, and calls `wakeJobs` once the transaction is through.
 */
export async function enqueuePublication(
  tx: Transaction,
  actor: Actor,
  { plan, planId, unit, periodId, meetingId = null, platformReportId = null }: Asked,
  settings: PublicationSettings,
  now: Date,
): Promise<{ id: number }> {
  const { id } = await tx.publication.create({
    data: {
      planId,
      unitId: unit.id,
      periodId,
      meetingId,
      platformReportId,
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
    ...publicationEvent({ id, planId, unitId: unit.id }, plan, settings),
    actorId: actor.id,
    action: "publicationRequested",
    after: settings,
  });
  return { id };
}

/**
 * The same of one that was made, or given up, before: its files stay until others are there, or until it is read anew.
 * @param again `isReadAnew`: not from what it was made of, but of how things stand
 * @throws Refusal `changedMeanwhile` where it is being made already
 */
export async function enqueueAgain(
  tx: Transaction,
  actor: Actor,
  again: Row & { plan: string; settings: PublicationSettings; isReadAnew: boolean },
  now: Date,
): Promise<void> {
  const { id, state, jobId, plan, settings, isReadAnew } = again;
  const after = publicationAfter("makeAgain", state);
  const next = await enqueue(tx, publicationJob, { publication: id });
  const { count } = await tx.publication.updateMany({
    where: { id, state, jobId },
    data: {
      state: after,
      failure: null,
      jobId: next,
      requestedAt: now,
      requestedBy: actor.id,
      ...(isReadAnew && { content: null }),
    },
  });
  if (count === 0) throw new Refusal("changedMeanwhile");
  await writeAudit(tx, {
    ...publicationEvent(again, plan, settings),
    actorId: actor.id,
    action: "publicationRequestedAgain",
    before: { state },
    after: { state: after },
  });
}
