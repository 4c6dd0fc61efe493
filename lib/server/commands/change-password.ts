import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { endSessions } from "@/lib/server/auth/end-sessions";
import { mustKnowPassword } from "@/lib/server/auth/must-know-password";
import { hashPassword } from "@/lib/server/auth/password";
import { refuseWeakPassword } from "@/lib/server/auth/refuse-weak-password";
import { revokePasswordLinks } from "@/lib/server/auth/revoke-password-links";
import { transaction } from "@/lib/server/transaction";

/**
 * Gives the actor another password and ends all their sessions but this one, and links to set it.
 * @throws Refusal `demoPassword`, `throttled`, `wrongPassword`, `weakPassword` or `changedMeanwhile`
 */
export async function changePassword(
  actor: Actor,
  sessionId: string,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  now: Date,
): Promise<{ otherSessionsEnded: number }> {
  if (actor.isDemo) throw new Refusal("demoPassword");
  const passwordHash = await mustKnowPassword(actor, currentPassword, now);
  await refuseWeakPassword(newPassword, actor);
  const newHash = await hashPassword(newPassword);
  return transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, passwordHash, disabledAt: null },
      data: { passwordHash: newHash },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await revokePasswordLinks(tx, actor.id, now);
    const otherSessionsEnded = await endSessions(tx, { userId: actor.id, but: sessionId }, now);
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "passwordChanged",
      subject: `user ${actor.id}`,
      after: { otherSessionsEnded },
    });
    return { otherSessionsEnded };
  });
}
