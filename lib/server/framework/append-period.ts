import "server-only";
import { notBuilt } from "@/lib/domain/framework/not-built";
import type { PeriodPlan } from "@/lib/domain/framework/reporting-period";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { presentEdition } from "./edition";

/** A plan's reporting periods, in the order of time. */
export async function periodsOf(tx: Transaction, planId: number): Promise<PeriodPlan[]> {
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

/**
 * Adds a period after a plan's last one, closed until somebody opens it. The caller holds the plan and raises its results
 * version.
 * @param before all periods that there are
 * @throws Refusal `periodCodeTaken`, `frequencyDiffers`
 */
export async function appendPeriod(
  tx: Transaction,
  actorId: number,
  plan: { id: number; code: string },
  before: readonly PeriodPlan[],
  period: PeriodPlan,
): Promise<void> {
  const { code, frequency } = period;
  if (before.some((each) => each.code === code)) throw new Refusal("periodCodeTaken");
  await mustHaveOneFrequency(tx, plan.id, [...before, period]);
  const { id } = await tx.reportingPeriod.create({
    data: {
      planId: plan.id,
      code,
      frequency,
      state: "closed",
      startsOn: new Date(period.startsOn),
      endsOn: new Date(period.endsOn),
      dueOn: new Date(period.dueOn),
    },
    select: { id: true },
  });
  await writeAudit(tx, {
    stream: `period:${id}`,
    actorId,
    action: "periodAdded",
    subject: `period ${plan.code} ${code}`,
    place: { planId: plan.id },
    after: period,
  });
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
