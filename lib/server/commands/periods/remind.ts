import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { reminderAudience } from "@/lib/domain/reports/reminder";
import { transitionLock } from "@/lib/domain/reports/report";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { answeredVersions, indicatorCounter } from "@/lib/server/reports/answered-counts";
import { assigneesOf, workOfContributors } from "@/lib/server/reports/contributors";
import { mustLocate } from "@/lib/server/reports/hold-report";
import { type LocatedReport, locateReport, lockFacts, subjectOf } from "@/lib/server/reports/locate-report";
import { focalPointsOf } from "@/lib/server/reports/periods/reminders";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Reminds whoever has to send a report: the unit's focal points, or, asked by one of them, the contributors who have something
 * left. Once a day for all who ask.
 * @returns how many people are reminded
 * @throws Refusal `notFound`, `notAllowed`, `locked` where nothing is to be sent now, `nobodyToRemind`, `remindedToday`
 */
export async function remind(actor: Actor, address: ReportAddress, now: Date): Promise<number> {
  const located = await mustLocate(address);
  const { plan, unit, period, report } = located;
  mustBeAble(actor, "remind", subjectOf(located));
  const audience = reminderAudience(actor, subjectOf(located))!;
  const found = audience === "focalPoints" ? await focalPoints(located) : await contributors(located);
  const people = found.sort((one, other) => one - other);
  if (people.length === 0) throw new Refusal("nobodyToRemind");
  await transaction(async (tx) => {
    const present = (await locateReport(tx, address))!;
    const lock = transitionLock("submit", lockFacts(present.report?.state, present.period, now));
    if (lock !== null) throw new Refusal("locked", { lock });
    const day = dayInRegion(now);
    const { count } = await tx.reminder.createMany({
      data: {
        planId: plan.id,
        unitId: unit.id,
        periodId: period.id,
        audience,
        askedOn: new Date(day),
        askedAt: now,
        askedById: actor.id,
      },
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("remindedToday");
    for (const userId of people) {
      const once = `reminder:${unit.id}:${period.id}:${audience}:${day}:${userId}`;
      const args = { plan: plan.code, unit: unit.code, period: period.code };
      await queueMail(tx, { to: { userId }, kind: "reminder", args, once }, now);
    }
    await writeAudit(tx, {
      stream: report ? `report:${report.id}` : `period:${period.id}`,
      actorId: actor.id,
      action: "reminded",
      subject: `report ${unit.code} ${period.code}`,
      place: { planId: plan.id, unitId: unit.id, ...(report && { reportId: report.id }) },
      after: { audience, people },
    });
  });
  return people.length;
}

const focalPoints = async ({ plan, unit }: LocatedReport): Promise<number[]> =>
  (await focalPointsOf(await db(), plan.id)).get(unit.id) ?? [];

async function contributors({ plan, unit, period, report }: LocatedReport): Promise<number[]> {
  const client = await db();
  const indicators = indicatorCounter(await frameworkOf(plan, "en"))(unit.level, period);
  const answered = report ? (await answeredVersions(client, [report.id])).get(report.id) : undefined;
  const place = { unitId: unit.id, periodId: period.id };
  const work = workOfContributors(await assigneesOf(client, [unit.id]), place, indicators, answered);
  return work.filter(({ left }) => left > 0).map(({ id }) => id);
}
