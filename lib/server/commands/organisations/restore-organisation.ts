import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { mustKeepOrganisation } from "@/lib/server/people/keep-organisation";
import { transaction } from "@/lib/server/transaction";

/**
 * Offers an archived organisation again.
 * @param seen which one, as the person read it
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function restoreOrganisation(
  actor: Actor,
  { id, rowVersion }: { id: number; rowVersion: number },
): Promise<void> {
  return transaction(async (tx) => {
    const { name } = await mustKeepOrganisation(tx, actor, id, rowVersion);
    const { count } = await tx.organisation.updateMany({
      where: { id, rowVersion, archivedAt: { not: null } },
      data: { archivedAt: null, rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      stream: `organisation:${id}`,
      actorId: actor.id,
      action: "organisationRestored",
      subject: `organisation ${id}`,
      after: { name },
    });
  });
}
