import "server-only";
import { mayResetTwoStep } from "@/lib/domain/people";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { endSessions } from "@/lib/server/auth/end-sessions";
import { holdToKeep } from "@/lib/server/people/keep-person";
import { transaction } from "@/lib/server/transaction";

/**
 * Unlinks whatever somebody signs in by at an identity provider, as after another got hold of it: their sessions end, and the next
 * time they are found by their address. It is for whoever may take their second step.
 * @throws Refusal `notFound`, `notAllowed`, `signedOut` or `changedMeanwhile` where nothing is linked
 */
export async function unlinkIdentitiesOf(actor: Actor, personId: number, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const { acting, person } = await holdToKeep(tx, actor, personId);
    if (!mayResetTwoStep(acting, person)) throw new Refusal("notAllowed");
    const where = { userId: personId };
    const linked = await tx.identity.findMany({ where, select: { issuer: true }, orderBy: { id: "asc" } });
    const { count } = await tx.identity.deleteMany({ where });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const sessionsEnded = await endSessions(tx, { userId: personId }, now);
    await writeAudit(tx, {
      stream: `user:${personId}`,
      actorId: actor.id,
      action: "identityUnlinked",
      subject: `user ${personId}`,
      before: { issuer: linked.map(({ issuer }) => issuer) },
      after: { sessionsEnded },
    });
  });
}
