import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { transaction } from "@/lib/server/transaction";

/**
 * Calls a passkey of the actor's otherwise.
 * @throws Refusal `notFound` where they have none of that number, `changedMeanwhile`
 */
export async function renamePasskey(actor: Actor, { passkey: id, name }: { passkey: number; name: string }) {
  await transaction(async (tx) => {
    const own = { id, userId: actor.id };
    const before = await tx.passkey.findFirst({ where: own, select: { name: true } });
    if (!before) throw new Refusal("notFound");
    if (before.name === name) return;
    const { count } = await tx.passkey.updateMany({ where: { ...own, ...before }, data: { name } });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "passkeyRenamed",
      subject: `user ${actor.id}`,
      before: { passkey: id, ...before },
      after: { passkey: id, name },
    });
  });
}
