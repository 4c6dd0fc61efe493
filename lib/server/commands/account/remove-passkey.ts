import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { mustKnowPassword } from "@/lib/server/auth/must-know-password";
import { wakeJobs } from "@/lib/server/jobs/running";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes a passkey of the actor's away and tells them by mail. Other sessions that it began end; this one goes on, and is asked
 * for a second step of its own where the site requires one.
 * @throws Refusal `throttled`, `wrongPassword`, `changedMeanwhile`, or `notFound` where they have none of that number
 */
export async function removePasskey(
  actor: Actor,
  sessionId: string,
  { passkey: id, currentPassword }: { passkey: number; currentPassword: string },
  now: Date,
): Promise<void> {
  const passwordHash = await mustKnowPassword(actor, currentPassword, now);
  await transaction(async (tx) => {
    const userId = actor.id;
    const held = await holdAccount(tx, userId);
    if (held.passwordHash !== passwordHash || held.disabledAt !== null) throw new Refusal("changedMeanwhile");
    const own = { id, userId };
    const before = await tx.passkey.findFirst({ where: own, select: { name: true } });
    if (!before) throw new Refusal("notFound");
    const { count: sessionsEnded } = await tx.session.updateMany({
      where: { passkeyId: id, id: { not: sessionId }, endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now },
    });
    const { count } = await tx.passkey.deleteMany({ where: own });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const args = { at: now.toISOString() };
    await queueMail(tx, { to: { userId }, kind: "passkeyRemoved", args, once: `passkeyRemoved:${id}` }, now);
    await writeAudit(tx, {
      stream: `user:${userId}`,
      actorId: userId,
      action: "passkeyRemoved",
      subject: `user ${userId}`,
      before: { passkey: id, ...before },
      after: { sessionsEnded },
    });
  });
  wakeJobs();
}
