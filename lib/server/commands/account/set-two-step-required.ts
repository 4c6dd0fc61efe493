import "server-only";
import { type Actor, maySetSite } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";

/**
 * Sets whether the secretariat and administrators have to sign in in two steps. Whoever of them doesn't is led to set it up
 * with their next page, the actor too. It is about all plans, so that it takes the permission in every one.
 * @throws Refusal `notAllowed`; `changedMeanwhile` where it is set otherwise than the person saw
 */
export async function setTwoStepRequired(actor: Actor, { from, to }: { from: boolean; to: boolean }): Promise<void> {
  const plans = await (await db()).plan.findMany({ select: { id: true } });
  if (!maySetSite(actor, plans)) throw new Refusal("notAllowed");
  if (from === to) return;
  await transaction(async (tx) => {
    await tx.siteSettings.createMany({ data: [{}], skipDuplicates: true });
    const { count } = await tx.siteSettings.updateMany({
      where: { twoStepRequired: from },
      data: { twoStepRequired: to },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      stream: "settings",
      actorId: actor.id,
      action: "twoStepRequiredSet",
      subject: "two-step sign-in",
      before: { required: from },
      after: { required: to },
    });
  });
}
