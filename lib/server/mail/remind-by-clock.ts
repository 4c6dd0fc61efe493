import "server-only";
import { reportLock } from "@/lib/domain/reports/report";
import { db } from "@/lib/server/db/client";
import { dayInRegion, dayOf } from "@/lib/server/db/day";
import { lockFacts } from "@/lib/server/reports/locate-report";
import { periodOfUnit } from "@/lib/server/reports/periods/due-dates";
import { planWithReports } from "@/lib/server/reports/plan-reports";
import { transaction } from "@/lib/server/transaction";
import { queueMail } from "./queue-mail";
import { reminderStep } from "./reminder-step";
import { whoReports } from "./who-reports";

/**
 * Queues what people are to be reminded of on this day, of reports that can be submitted: each step of each report once, to
 * everybody who has to see to it, however often and from wherever it is asked. Another due date begins anew.
 */
export async function remindByClock(now: Date): Promise<void> {
  const client = await db();
  const today = dayInRegion(now);
  for (const { code } of await client.plan.findMany({ select: { code: true }, orderBy: { id: "asc" } })) {
    const plan = (await planWithReports(client, code, now))!;
    for (const each of plan.periods)
      for (const unit of plan.units) {
        const period = periodOfUnit(each, unit.id);
        const report = plan.reports.find((each) => each.unitId === unit.id && each.periodId === period.id) ?? null;
        if (reportLock(lockFacts(report?.state, period, now)) !== null) continue;
        const dueOn = dayOf(period.dueOn);
        const present = reminderStep(dueOn, today);
        if (present === null) continue;
        const people = await whoReports({ plan, unit, period, report });
        const about = `${present.kind}:${present.step}:${period.id}:${unit.id}:${dueOn}`;
        const args = { plan: code, unit: unit.code, period: period.code, step: present.step };
        await transaction(async (tx) => {
          // Both have a step: the types of kinds are told apart by `kind` alone.
          for (const userId of people)
            await queueMail(
              tx,
              { to: { userId }, kind: present.kind as "overdue", args, once: `${about}:${userId}` },
              now,
            );
        });
      }
  }
}
