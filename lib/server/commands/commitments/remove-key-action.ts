import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdKeyActions, type ResponseSeen, responseOf } from "@/lib/server/commitments/hold-key-actions";
import { transaction } from "@/lib/server/transaction";

/**
 * Removes a key action from a response that is still written: once that is given, what was promised stays.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function removeKeyAction(actor: Actor, seen: ResponseSeen, keyAction: number): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdKeyActions(tx, actor, seen);
    if (held.isGiven) throw new Refusal("changedMeanwhile");
    const { count } = await tx.keyAction.deleteMany({ where: { id: keyAction, ...responseOf(held) } });
    if (count === 0) throw new Refusal("notFound");
    await held.change();
    await writeAudit(tx, {
      ...held.event,
      actorId: actor.id,
      action: "keyActionRemoved",
      before: { round: held.round, keyAction },
    });
  });
}
