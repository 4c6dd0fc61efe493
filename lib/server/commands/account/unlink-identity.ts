import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { mustKnowPassword } from "@/lib/server/auth/must-know-password";
import { transaction } from "@/lib/server/transaction";

/**
 * Unlinks an identity of the actor's: they sign in by their password, or are found again by their address. Whoever doesn't know
 * their password keeps it, so that nobody locks themselves out.
 * @throws Refusal `throttled`, `wrongPassword`, `changedMeanwhile`
 */
export async function unlinkIdentity(
  actor: Actor,
  { identity, currentPassword }: { identity: number; currentPassword: string },
  now: Date,
): Promise<void> {
  const passwordHash = await mustKnowPassword(actor, currentPassword, now);
  const userId = actor.id;
  await transaction(async (tx) => {
    const held = await holdAccount(tx, userId);
    if (held.passwordHash !== passwordHash || held.disabledAt !== null) throw new Refusal("changedMeanwhile");
    const where = { id: identity, userId };
    const unlinked = await tx.identity.findFirst({ where, select: { issuer: true } });
    const { count } = await tx.identity.deleteMany({ where });
    if (!unlinked || count === 0) throw new Refusal("changedMeanwhile");
    // Whoever is on the way by it doesn't link it again.
    await tx.pendingSignIn.deleteMany({ where: { userId, issuer: { not: null } } });
    await writeAudit(tx, {
      stream: `user:${userId}`,
      actorId: userId,
      action: "identityUnlinked",
      subject: `user ${userId}`,
      before: unlinked,
    });
  });
}
