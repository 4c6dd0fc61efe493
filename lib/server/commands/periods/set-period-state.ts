import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PeriodStateForm } from "@/lib/schemas/periods/period-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";

/**
 * Opens, closes or locks a reporting period. Whoever is saving a value in it right now is waited for.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` where it isn't in the state that the person saw
 */
export async function setPeriodState(
  actor: Actor,
  { plan: planCode, period: code, from, to }: PeriodStateForm,
): Promise<void> {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: { id: true, periods: { where: { code }, select: { id: true } } },
  });
  if (!plan) throw new Refusal("notFound");
  mustBeAble(actor, "keepPeriods", { planId: plan.id });
  const [period] = plan.periods;
  if (!period) throw new Refusal("notFound");
  if (from === to) return;
  await transaction(async (tx) => {
    const { count } = await tx.reportingPeriod.updateMany({
      where: { id: period.id, state: from },
      data: { state: to },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      stream: `period:${period.id}`,
      actorId: actor.id,
      action: "periodStateSet",
      subject: `period ${planCode} ${code}`,
      place: { planId: plan.id },
      before: { state: from },
      after: { state: to },
    });
  });
}
