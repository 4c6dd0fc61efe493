import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";

/** The plan's code that was set when the person looked, null where none was; and the code that takes its place. */
interface DefaultPlan {
  from: string | null;
  to: string | null;
}

/**
 * Sets which plan an address without one leads to; null: the first. It is about all plans, so that it takes the permission in
 * every one.
 * @throws Refusal `notAllowed`, `notFound`, `changedMeanwhile` where another one is set than the person saw
 */
export async function setDefaultPlan(actor: Actor, { from, to }: DefaultPlan): Promise<void> {
  const plans = await (await db()).plan.findMany({ select: { id: true, code: true } });
  if (!plans.every(({ id: planId }) => can(actor, "changeSettings", { planId }))) throw new Refusal("notAllowed");
  const idOf = (code: string | null) => {
    if (code === null) return null;
    const plan = plans.find((each) => each.code === code);
    if (!plan) throw new Refusal("notFound");
    return plan.id;
  };
  const [was, is] = [idOf(from), idOf(to)];
  if (was === is) return;
  await transaction(async (tx) => {
    await tx.siteSettings.createMany({ data: [{}], skipDuplicates: true });
    const { count } = await tx.siteSettings.updateMany({ where: { defaultPlanId: was }, data: { defaultPlanId: is } });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      stream: "settings",
      actorId: actor.id,
      action: "defaultPlanSet",
      subject: to === null ? "the first plan" : `plan ${to}`,
      before: { plan: from },
      after: { plan: to },
    });
  });
}
