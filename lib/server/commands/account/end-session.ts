import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { goingOn } from "@/lib/server/auth/session";
import { handleOf } from "@/lib/server/auth/session-handle";
import { transaction } from "@/lib/server/transaction";

/**
 * Ends one of the actor's own sessions, wherever it is.
 * @param handle as their page names it
 * @throws Refusal `notFound` where none of theirs that goes on has it
 */
export async function endSession(actor: Actor, handle: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const own = await tx.session.findMany({
      where: { userId: actor.id, ...(await goingOn(tx, now)) },
      select: { id: true },
    });
    const asked = own.find(({ id }) => handleOf(id) === handle);
    const { count } = await tx.session.updateMany({
      where: { id: asked?.id ?? "", userId: actor.id, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0) throw new Refusal("notFound");
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "sessionEnded",
      subject: `user ${actor.id}`,
    });
  });
}
