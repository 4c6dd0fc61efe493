import "server-only";
import { mayGrant } from "@/lib/domain/people";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdToChange, mustManagePeople } from "@/lib/server/people/keep-person";
import { refuseLastAdministrator } from "@/lib/server/people/last-administrator";
import { peopleScope, seesGrant } from "@/lib/server/people/people-scope";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes a role from somebody. What they were assigned stays theirs, for them to do once they have the role again or for
 * somebody to take over.
 * @param grant the row of the role
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` where it is gone, `lastAdministrator`, `signedOut`
 */
export async function takeRole(actor: Actor, { id, grant: grantId }: { id: number; grant: number }): Promise<void> {
  await transaction(async (tx) => {
    const { acting, person } = await holdToChange(tx, actor, id);
    mustManagePeople(acting);
    const grant = person.roles.find((held) => held.id === grantId);
    // One that they don't see is gone for them.
    if (!grant || !seesGrant(peopleScope(acting)!, grant)) throw new Refusal("changedMeanwhile");
    if (!mayGrant(acting, grant, id)) throw new Refusal("notAllowed");
    if (grant.role === "administrator" && grant.plan === null) await refuseLastAdministrator(tx, id);
    const { count } = await tx.userRole.deleteMany({ where: { id: grantId, userId: id } });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const { role, plan, unit } = grant;
    await writeAudit(tx, {
      stream: `user:${id}`,
      actorId: actor.id,
      action: "roleTaken",
      subject: `user ${id}`,
      place: { ...(plan && { planId: plan.id }), ...(unit && { unitId: unit.id }) },
      before: { role, planId: plan?.id ?? null, unitId: unit?.id ?? null, plan: plan?.code, unit: unit?.code },
    });
  });
}
