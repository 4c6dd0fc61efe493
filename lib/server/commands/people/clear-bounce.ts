import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdToKeep } from "@/lib/server/people/keep-person";
import { transaction } from "@/lib/server/transaction";

/**
 * Says that mail arrives at somebody's address again: they are written to from now on. What wasn't sent meanwhile isn't.
 * @throws Refusal `notFound`, `notAllowed`, `signedOut`, `personErased`; `changedMeanwhile` where it isn't marked any more
 */
export async function clearBounce(actor: Actor, id: number): Promise<void> {
  await transaction(async (tx) => {
    await holdToKeep(tx, actor, id);
    const where = { id, mailBouncedAt: { not: null } };
    const { count } = await tx.user.updateMany({ where, data: { mailBouncedAt: null } });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, { stream: `user:${id}`, actorId: actor.id, action: "bounceCleared", subject: `user ${id}` });
  });
}
