import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { copyEdition } from "@/lib/server/framework/copy-edition";
import { transaction } from "@/lib/server/transaction";

/**
 * Begins the next edition of a plan's framework, a draft that says what the present one says.
 * @param isReference whether it still is the framework that was written for this product, and not the adopted text
 * @returns its number
 * @throws Refusal `notFound`, `notAllowed`
 */
export async function draftEdition(
  actor: Actor,
  { plan: planCode, datedOn, isReference }: { plan: string; datedOn: IsoDate; isReference: boolean },
): Promise<number> {
  const plan = await (await db()).plan.findUnique({ where: { code: planCode }, select: { id: true } });
  if (!plan) throw new Refusal("notFound");
  mustBeAble(actor, "keepFramework", { planId: plan.id });
  return transaction(async (tx) => {
    const { id, number } = await copyEdition(tx, plan.id, { datedOn: new Date(datedOn), isReference });
    await writeAudit(tx, {
      stream: `edition:${id}`,
      actorId: actor.id,
      action: "editionDrafted",
      subject: `framework ${planCode} edition ${number}`,
      place: { planId: plan.id },
      after: { datedOn, isReference },
    });
    return number;
  });
}
