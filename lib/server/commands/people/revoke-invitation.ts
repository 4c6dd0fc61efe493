import "server-only";
import { linkState } from "@/lib/domain/invitation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdInvitation, mayKeepInvitation } from "@/lib/server/people/held-invitation";
import { holdActorAnd } from "@/lib/server/people/held-people";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes an invitation back: its link is worth nothing from now on.
 * @throws Refusal `notFound` for one that the actor may not keep, `invitationOver`, `signedOut`
 */
export async function revokeInvitation(actor: Actor, id: number, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const { acting } = await holdActorAnd(tx, actor, actor.id);
    const invitation = await holdInvitation(tx, id);
    if (!invitation || !mayKeepInvitation(acting, invitation)) throw new Refusal("notFound");
    const state = linkState(invitation, now);
    if (state === "used" || state === "revoked") throw new Refusal("invitationOver");
    await tx.invitation.update({ where: { id }, data: { revokedAt: now } });
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "invitationRevoked",
      subject: `invitation ${id}`,
      before: { email: invitation.email, name: invitation.name },
    });
  });
}
