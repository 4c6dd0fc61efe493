import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationState } from "@/lib/domain/publication";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { cancelJob } from "@/lib/server/jobs/enqueue";
import { publicationEvent, storedSettings } from "./publication-row";

/** Public pages that offer files of publications, by their areas. */
export const areasOfFiles = ["meetings", "civil-society"] as const;

/**
 * Takes publications away, or the making of them. That there were some, and the hash of each file, stays in the audit. Pages that
 * are kept offer their files: make those of `areasOfFiles` anew, once all else is written.
 * @param actor null: nobody, but the clock
 * @returns the jobs to stop once the transaction is through
 */
export async function dropPublications(
  tx: Transaction,
  actor: Actor | null,
  planCode: string,
  where: Prisma.PublicationWhereInput,
): Promise<number[]> {
  const asked = await tx.publication.findMany({ where, orderBy: { id: "asc" }, select: { id: true, jobId: true } });
  const stopped: number[] = [];
  for (const { id: publication, jobId } of asked) {
    // First, as its maker does: whoever holds the job is waited for.
    if (jobId !== null && (await cancelJob(tx, jobId))) stopped.push(jobId);
    const row = await tx.publication.findUnique({
      where: { id: publication },
      select: {
        id: true,
        planId: true,
        unitId: true,
        settings: true,
        state: true,
        files: { orderBy: { format: "asc" }, select: { name: true, sha256: true } },
      },
    });
    // Somebody else may have taken it away meanwhile.
    const { count } = row ? await tx.publication.deleteMany({ where: { id: publication } }) : { count: 0 };
    if (!row || count === 0) continue;
    await writeAudit(tx, {
      ...publicationEvent(row, planCode, storedSettings(row.settings)),
      actorId: actor?.id ?? null,
      isByJob: actor === null,
      action: "publicationDeleted",
      before: { state: row.state, files: Object.fromEntries(row.files.map(({ name, sha256 }) => [name, sha256])) },
    });
  }
  return stopped;
}

/** Those in which the words of texts are written out. */
export const sayingTexts = (textIds: readonly number[]): Prisma.PublicationWhereInput => ({
  textIds: { hasSome: [...textIds] },
});

/**
 * Takes words that are taken out of their rows for safety out of the publications that say them: those are gone. What waits to be
 * made, or is being made, stays asked for, without what it was made of before: it will be made of what is left.
 * @returns of which areas pages are to be made anew, with those that say the words themselves: all at once, when all else is written,
 * for whoever changes such words waits for the rows of areas last
 */
export async function eraseFromPublications(
  tx: Transaction,
  actor: Actor,
  { planId, planCode }: { planId: number; planCode: string },
  saying: Prisma.PublicationWhereInput,
): Promise<readonly string[]> {
  // First: whoever keeps what they read, or files of it, waits for this row, and reads anew (`make-publication.ts`).
  await tx.plan.update({ where: { id: planId }, data: { wordsErased: { increment: 1 } } });
  const underWay: PublicationState[] = ["queued", "making"];
  const those = { planId, AND: saying };
  const offered = await tx.publication.count({ where: those });
  await dropPublications(tx, actor, planCode, { ...those, state: { notIn: underWay } });
  const waiting = { ...those, state: { in: underWay } };
  await tx.publicationFile.deleteMany({ where: { publication: waiting } });
  await tx.publication.updateMany({ where: waiting, data: { content: null } });
  return offered > 0 ? areasOfFiles : [];
}
