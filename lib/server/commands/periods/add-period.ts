import "server-only";
import { nextPeriod } from "@/lib/domain/framework/reporting-period";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { NewPeriodForm } from "@/lib/schemas/periods/period-forms";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { appendPeriod, periodsOf } from "@/lib/server/framework/append-period";
import { raiseVersion } from "@/lib/server/results/publish";
import { transaction } from "@/lib/server/transaction";

/**
 * Adds the reporting period that follows the plan's last one, closed until somebody opens it; after the plan's end it carries
 * the plan on. No result changes: what is approved later is worked out with it.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` where another period is the last one than the person saw,
 * `periodCodeTaken`, `frequencyDiffers`, `dueBeforeEnd`
 */
export async function addPeriod(
  actor: Actor,
  { plan: planCode, after, code, frequency, dueOn }: NewPeriodForm,
): Promise<void> {
  const plan = await (await db()).plan.findUnique({
    where: { code: planCode },
    select: { id: true, startsOn: true },
  });
  if (!plan) throw new Refusal("notFound");
  mustBeAble(actor, "keepPeriods", { planId: plan.id });
  await transaction(async (tx) => {
    // Pages keep the plan's periods under this version. Whoever adds one at the same time waits here.
    await raiseVersion(tx, { planId: plan.id, cause: "framework", subject: `period ${code}` });
    const periods = await periodsOf(tx, plan.id);
    const last = periods.at(-1) ?? null;
    if ((last?.code ?? "") !== after) throw new Refusal("changedMeanwhile");
    const period = { ...nextPeriod(last, { startsOn: dayOf(plan.startsOn), frequency }), code, dueOn };
    if (dueOn <= period.endsOn) throw new Refusal("dueBeforeEnd", { endsOn: period.endsOn });
    await appendPeriod(tx, actor.id, { id: plan.id, code: planCode }, periods, period);
  });
}
