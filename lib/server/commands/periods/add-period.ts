import "server-only";
import { notBuilt } from "@/lib/domain/framework/not-built";
import { nextPeriod, type PeriodPlan } from "@/lib/domain/framework/reporting-period";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { NewPeriodForm } from "@/lib/schemas/periods/period-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { presentEdition } from "@/lib/server/framework/edition";
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
    if (periods.some((each) => each.code === code)) throw new Refusal("periodCodeTaken");
    if (dueOn <= period.endsOn) throw new Refusal("dueBeforeEnd", { endsOn: period.endsOn });
    await mustHaveOneFrequency(tx, plan.id, [...periods, period]);
    const { id } = await tx.reportingPeriod.create({
      data: {
        ...{ planId: plan.id, code, frequency: period.frequency, state: "closed" },
        ...{ startsOn: new Date(period.startsOn), endsOn: new Date(period.endsOn), dueOn: new Date(dueOn) },
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      stream: `period:${id}`,
      actorId: actor.id,
      action: "periodAdded",
      subject: `period ${planCode} ${code}`,
      place: { planId: plan.id },
      after: period,
    });
  });
}

/** In the order of time. */
async function periodsOf(tx: Transaction, planId: number): Promise<PeriodPlan[]> {
  const rows = await tx.reportingPeriod.findMany({
    where: { planId },
    orderBy: [{ endsOn: "asc" }, { startsOn: "desc" }],
    select: { code: true, startsOn: true, endsOn: true, dueOn: true, frequency: true },
  });
  return rows.map((row) => ({
    ...row,
    startsOn: dayOf(row.startsOn),
    endsOn: dayOf(row.endsOn),
    dueOn: dayOf(row.dueOn),
  }));
}

/** A plan of several frequencies would be refused at the next start. */
async function mustHaveOneFrequency(tx: Transaction, planId: number, periods: PeriodPlan[]) {
  const versions = await tx.indicatorVersion.findMany({
    where: { editions: { some: { edition: { planId, ...presentEdition } } } },
    distinct: ["frequency"],
    select: { frequency: true },
  });
  const indicators = versions.map(({ frequency }) => ({ code: frequency, frequencies: [frequency] }));
  if (notBuilt({ units: [], periods, indicators }).length > 0) throw new Refusal("frequencyDiffers");
}
