import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { hashPassword, verifyPassword } from "@/lib/server/auth/password";
import { refuseWeakPassword } from "@/lib/server/auth/refuse-weak-password";
import { count, passwordKey } from "@/lib/server/auth/sign-in-throttle";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";

/**
 * Gives the actor another password and ends all their sessions but this one. Guesses at the present password count as
 * attempts to sign in: a browser left open is no way around the limit.
 * @throws Refusal `demoPassword`, `throttled`, `wrongPassword`, `weakPassword` or `changedMeanwhile`
 */
export async function changePassword(
  actor: Actor,
  sessionId: string,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  now: Date,
): Promise<{ otherSessionsEnded: number }> {
  if (actor.isDemo) throw new Refusal("demoPassword");
  await count(passwordKey(actor.email), now);
  const client = await db();
  const { passwordHash } = await client.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(passwordHash, currentPassword))) throw new Refusal("wrongPassword");
  await refuseWeakPassword(newPassword, actor);
  const newHash = await hashPassword(newPassword);
  return transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, passwordHash, disabledAt: null },
      data: { passwordHash: newHash },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const ended = await tx.session.updateMany({
      where: { userId: actor.id, endedAt: null, id: { not: sessionId } },
      data: { endedAt: now },
    });
    await tx.signInThrottle.deleteMany({ where: { key: passwordKey(actor.email) } });
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "passwordChanged",
      subject: `user ${actor.id}`,
      after: { otherSessionsEnded: ended.count },
    });
    return { otherSessionsEnded: ended.count };
  });
}
