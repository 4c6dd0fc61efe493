import "server-only";
import { linkState } from "@/lib/domain/invitation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdInvitation, mayKeepInvitation } from "@/lib/server/people/held-invitation";
import { holdActorAnd } from "@/lib/server/people/held-people";
import { newNonce } from "@/lib/server/people/links";
import { transaction } from "@/lib/server/transaction";
import { invitationEnd, mailInvitation } from "./invite-people";

/**
 * Makes another link of an invitation, valid for as long as a new one. The former link is worth nothing from now on, and
 * whoever renews it is the one whose right counts when it is accepted.
 * @throws Refusal `notFound` for one that the actor may not keep, `invitationOver`, `signedOut`
 */
export async function renewInvitation(actor: Actor, id: number, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const { acting } = await holdActorAnd(tx, actor, actor.id);
    const invitation = await holdInvitation(tx, id);
    if (!invitation || !mayKeepInvitation(acting, invitation)) throw new Refusal("notFound");
    const state = linkState(invitation, now);
    if (state === "used" || state === "revoked") throw new Refusal("invitationOver");
    const expiresAt = invitationEnd(now);
    await tx.invitation.update({ where: { id }, data: { expiresAt, nonce: newNonce(), invitedById: actor.id } });
    await mailInvitation(tx, invitation, now);
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "invitationRenewed",
      subject: `invitation ${id}`,
      before: { expiresAt: invitation.expiresAt, invitedById: invitation.invitedById },
      after: { expiresAt, email: invitation.email },
    });
  });
}
