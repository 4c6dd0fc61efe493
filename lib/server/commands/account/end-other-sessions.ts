import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { writeAudit } from "@/lib/server/audit/write";
import { endSessions } from "@/lib/server/auth/end-sessions";
import { transaction } from "@/lib/server/transaction";

/** Ends all of the actor's sessions but this one. */
export async function endOtherSessions(actor: Actor, sessionId: string, now: Date): Promise<{ ended: number }> {
  return transaction(async (tx) => {
    const ended = await endSessions(tx, { userId: actor.id, but: sessionId }, now);
    if (ended === 0) return { ended };
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "otherSessionsEnded",
      subject: `user ${actor.id}`,
      after: { ended },
    });
    return { ended };
  });
}
