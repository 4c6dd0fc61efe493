import "server-only";
import { PASSWORD_LINK_HOURS } from "@/lib/domain/invitation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { revokePasswordLinks } from "@/lib/server/auth/revoke-password-links";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { holdToKeep } from "@/lib/server/people/keep-person";
import { newNonce } from "@/lib/server/people/links";
import { transaction } from "@/lib/server/transaction";

const HOUR_MS = 60 * 60_000;

/**
 * Makes a link by which somebody sets another password, for whoever keeps their account to hand over. Links made before are
 * worth nothing from now on.
 * @returns its id: the person's page shows the link (`password-link-path.ts`)
 * @throws Refusal `notFound`, `notAllowed`, `demoPassword`, `signedOut`
 */
export async function makePasswordLink(actor: Actor, personId: number, now: Date): Promise<number> {
  return transaction(async (tx) => {
    const { person } = await holdToKeep(tx, actor, personId);
    if (person.isDemo) throw new Refusal("demoPassword");
    if (person.disabledAt !== null) throw new Refusal("changedMeanwhile");
    await revokePasswordLinks(tx, personId, now);
    const { id } = await tx.passwordLink.create({
      data: {
        userId: personId,
        madeById: actor.id,
        createdAt: now,
        nonce: newNonce(),
        expiresAt: new Date(now.getTime() + PASSWORD_LINK_HOURS * HOUR_MS),
      },
      select: { id: true },
    });
    const args = { passwordLink: id };
    await queueMail(tx, { to: { userId: personId }, kind: "passwordLink", args, once: `passwordLink:${id}` }, now);
    await writeAudit(tx, {
      stream: `user:${personId}`,
      actorId: actor.id,
      action: "passwordLinkMade",
      subject: `user ${personId}`,
      after: { passwordLink: id },
    });
    return id;
  });
}
