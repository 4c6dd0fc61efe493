import "server-only";
import { writeAudit } from "@/lib/server/audit/write";
import { transaction } from "@/lib/server/transaction";

/** Ends the session: its cookie is worth nothing from now on, wherever a copy of it may be. Ending it twice is no fault. */
export async function signOut(sessionId: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const [ended] = await tx.session.updateManyAndReturn({
      where: { id: sessionId, endedAt: null },
      data: { endedAt: now },
      select: { userId: true },
    });
    if (!ended) return;
    await writeAudit(tx, {
      stream: `user:${ended.userId}`,
      actorId: ended.userId,
      action: "signedOut",
      subject: `user ${ended.userId}`,
    });
  });
}
