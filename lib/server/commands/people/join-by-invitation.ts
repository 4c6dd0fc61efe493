import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { countLink, forgiveLink } from "@/lib/server/auth/sign-in-throttle";
import { openedInvitation, takeInvitation } from "@/lib/server/people/open-invitation";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes the role that the actor was invited to, into the account that they have. Nobody raises themselves by it: whoever
 * invited them gives it.
 * @param network where it is asked from
 * @throws Refusal `throttled`, `linkInvalid`, also where somebody else is invited
 */
export async function joinByInvitation(actor: Actor, token: string, network: string, now: Date): Promise<void> {
  const counted = await countLink(network, now);
  const opened = await openedInvitation(token, now);
  if (opened?.email !== actor.email) throw new Refusal("linkInvalid");
  await transaction(async (tx) => {
    const { id, email, role, plan, unit } = await takeInvitation(tx, token, actor.id, now);
    // The address of the account as it is now: it may have another one meanwhile.
    const own = await tx.user.findFirst({ where: { id: actor.id, email }, select: { id: true } });
    if (!own) throw new Refusal("linkInvalid");
    const grant = { role, planId: plan?.id ?? null, unitId: unit?.id ?? null };
    await tx.userRole.createMany({ data: [{ userId: actor.id, ...grant }], skipDuplicates: true });
    await tx.invitation.update({ where: { id }, data: { usedAt: now, usedById: actor.id } });
    await forgiveLink(tx, counted);
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "invitationAccepted",
      subject: `invitation ${id}`,
      place: { planId: plan?.id, unitId: unit?.id },
      after: { ...grant, isNew: false, address: network },
    });
  });
}
