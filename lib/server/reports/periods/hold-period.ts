import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { Refusal } from "@/lib/domain/refusal";
import type { PeriodState } from "@/lib/domain/reports/report";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";

/** @throws Refusal `notFound` */
export async function mustFindPeriod(plan: string, code: string): Promise<{ planId: number; periodId: number }> {
  const row = await (await db()).reportingPeriod.findFirst({
    where: { code, plan: { code: plan } },
    select: { id: true, planId: true },
  });
  if (!row) throw new Refusal("notFound");
  return { planId: row.planId, periodId: row.id };
}

/** The period as it stands until the transaction ends; whoever saves in it right now is waited for. */
export async function holdPeriod(
  tx: Transaction,
  periodId: number,
): Promise<{ state: PeriodState; endsOn: IsoDate; dueOn: IsoDate }> {
  const [row] = await tx.$queryRaw<{ state: PeriodState; endsOn: Date; dueOn: Date }[]>`
    SELECT state, ends_on AS "endsOn", due_on AS "dueOn" FROM reporting_period WHERE id = ${periodId} FOR NO KEY UPDATE`;
  return { state: row!.state, endsOn: dayOf(row!.endsOn), dueOn: dayOf(row!.dueOn) };
}
