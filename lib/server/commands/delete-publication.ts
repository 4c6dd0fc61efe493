import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { isUnderWay } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { raiseAreaVersion } from "@/lib/server/page-cache/raise-area-version";
import { mustLocatePublication, publicationEvent } from "@/lib/server/publications/publication-row";
import { transaction } from "@/lib/server/transaction";

/**
 * Deletes a publication with its files and what they were made of. That there was one, and the hash of each of its files,
 * stays in the audit log.
 * @throws Refusal `notFound`, `changedMeanwhile` while it is queued or being made
 */
export async function deletePublication(actor: Actor, plan: string, id: number): Promise<void> {
  const located = await mustLocatePublication(actor, plan, id);
  const { settings, state, jobId } = located;
  if (isUnderWay(state)) throw new Refusal("changedMeanwhile");
  await transaction(async (tx) => {
    const row = await tx.publication.findFirst({
      where: { id, state, jobId },
      select: { version: true, files: { orderBy: { format: "asc" }, select: { name: true, sha256: true } } },
    });
    // Its files go with it. They change with its state and job alone, and so are those that were read.
    const { count } = await tx.publication.deleteMany({ where: { id, state, jobId } });
    if (!row || count === 0) throw new Refusal("changedMeanwhile");
    const files = Object.fromEntries(row.files.map(({ name, sha256 }) => [name, sha256]));
    await writeAudit(tx, {
      ...publicationEvent(located, plan, settings),
      actorId: actor.id,
      action: "publicationDeleted",
      before: { state, version: row.version, settings, files },
    });
    if (settings.meeting !== undefined) await raiseAreaVersion(tx, located.planId, "meetings");
  });
}
