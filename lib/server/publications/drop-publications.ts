import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { cancelJob } from "@/lib/server/jobs/enqueue";
import { raiseAreas } from "@/lib/server/page-cache/raise-areas";
import { publicationEvent, storedSettings } from "./publication-row";

/**
 * Takes publications away, or the making of them. That there were some, and the hash of each file, stays in the audit.
 * @returns the jobs to stop once the transaction is through
 */
export async function dropPublications(
  tx: Transaction,
  actor: Actor,
  planCode: string,
  where: Prisma.PublicationWhereInput,
): Promise<number[]> {
  const asked = await tx.publication.findMany({ where, orderBy: { id: "asc" }, select: { id: true, jobId: true } });
  const stopped: number[] = [];
  const plans = new Set<number>();
  for (const { id: publication, jobId } of asked) {
    // First, as its maker does: whoever holds the job is waited for.
    if (jobId !== null && (await cancelJob(tx, jobId))) stopped.push(jobId);
    const row = await tx.publication.findUnique({
      where: { id: publication },
      select: {
        ...{ id: true, planId: true, unitId: true, settings: true, state: true },
        files: { orderBy: { format: "asc" }, select: { name: true, sha256: true } },
      },
    });
    // Somebody else may have taken it away meanwhile.
    const { count } = row ? await tx.publication.deleteMany({ where: { id: publication } }) : { count: 0 };
    if (!row || count === 0) continue;
    plans.add(row.planId);
    await writeAudit(tx, {
      ...publicationEvent(row, planCode, storedSettings(row.settings)),
      actorId: actor.id,
      action: "publicationDeleted",
      before: { state: row.state, files: Object.fromEntries(row.files.map(({ name, sha256 }) => [name, sha256])) },
    });
  }
  // Pages that are kept offer their files.
  for (const planId of plans) await raiseAreas(tx, planId, ["meetings", "civil-society"]);
  return stopped;
}

/**
 * Those in which the words of texts are written out, or may be by now: whoever makes one notes only at the end of its reading
 * whose words it has.
 */
export const sayingTexts = (planId: number, textIds: readonly number[]): Prisma.PublicationWhereInput => ({
  planId,
  OR: [
    { textIds: { hasSome: [...textIds] } },
    { kind: { in: ["paperSet", "platformReport"] }, state: { in: ["queued", "making"] } },
  ],
});
