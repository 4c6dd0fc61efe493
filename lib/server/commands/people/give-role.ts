import "server-only";
import { mayGrant } from "@/lib/domain/people";
import { type Actor, grantFits, mayBeOfAllPlans } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { Role } from "@/lib/domain/roles";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { GrantPlace } from "@/lib/schemas/people/people-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { placeNamed, plansToGrant } from "@/lib/server/people/grant-places";
import { holdToChange } from "@/lib/server/people/keep-person";
import { transaction } from "@/lib/server/transaction";

/**
 * Gives somebody a role. Whoever has it already keeps it.
 * @throws Refusal `notFound`, `notAllowed`, `signedOut`; InvalidFields where the role isn't given for that
 */
export async function giveRole(
  actor: Actor,
  { id, role, place }: { id: number; role: Role; place: GrantPlace },
): Promise<void> {
  const named = placeNamed(await plansToGrant("en"), place);
  if (!named) throw new InvalidFields([{ field: "place", key: "choiceMissing" }]);
  if (!grantFits(role, named.unit) || (named.plan === null && !mayBeOfAllPlans(role)))
    throw new InvalidFields([{ field: "place", key: "grantUnfit" }]);
  await transaction(async (tx) => {
    const { acting } = await holdToChange(tx, actor, id);
    if (!mayGrant(acting, { role, ...named }, id)) throw new Refusal("notAllowed");
    const grant = { role, planId: named.plan?.id ?? null, unitId: named.unit?.id ?? null };
    const { count } = await tx.userRole.createMany({ data: [{ userId: id, ...grant }], skipDuplicates: true });
    if (count === 0) return;
    await writeAudit(tx, {
      stream: `user:${id}`,
      actorId: actor.id,
      action: "roleGiven",
      subject: `user ${id}`,
      place: { ...(named.plan && { planId: named.plan.id }), ...(named.unit && { unitId: named.unit.id }) },
      after: { ...grant, plan: place.plan, unit: place.unit },
    });
  });
}
