import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { assignmentEvent } from "@/lib/server/assignments/hold-assignments";
import { ownPart } from "@/lib/server/assignments/own-part";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { type HeldReport, holdForEditing, mustLocate } from "@/lib/server/reports/hold-report";
import { type LocatedReport, locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Tells the unit's focal points that a contributor is done with what is assigned to them, or why something is left. Nothing is
 * locked: they may go on, and it is seen that they did.
 * @throws Refusal `notFound`; `notAllowed`, also for whoever has nothing assigned; `locked`; `leftUnexplained`;
 * `changedMeanwhile` where it stands handed back already
 */
export async function handBack(actor: Actor, address: ReportAddress, comment: string, now: Date): Promise<void> {
  const located = await mustLocate(address);
  const { plan, unit, period } = located;
  mustBeAble(actor, "handBack", subjectOf(located));
  const framework = await frameworkOf(plan, "en");
  await transaction(async (tx) => {
    // Nobody saves a value meanwhile.
    const held = await holdForEditing(tx, actor, address, located, now);
    // Somebody else may have opened the report, and answered, since it was located.
    const { codes, left } = await ownPart(tx, actor, (await locateReport(tx, address)) ?? located, framework);
    if (codes.length === 0) throw new Refusal("notAllowed");
    if (left > 0 && comment === "") throw new Refusal("leftUnexplained", { left });
    const place = { planId: plan.id, unitId: unit.id, periodId: period.id };
    const [added] = await tx.handBack.createManyAndReturn({
      data: [
        {
          ...place,
          userId: actor.id,
          left,
          comment,
          handedBackAt: held.moment,
          valuesUpTo: await lastValue(tx, held),
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!added) throw new Refusal("changedMeanwhile");
    await tellFocalPoints(tx, actor, located, { ...added, codes }, now);
    await writeAudit(tx, {
      ...assignmentEvent(located),
      actorId: actor.id,
      action: "handedBack",
      after: { handBack: added.id, indicators: codes.length, left },
    });
  });
}

async function lastValue(tx: Transaction, { id: reportId, periodId }: HeldReport): Promise<bigint> {
  const { _max } = await tx.valueRevision.aggregate({ where: { periodId, reportId }, _max: { sequence: true } });
  return _max.sequence ?? 0n;
}

async function tellFocalPoints(
  tx: Transaction,
  actor: Actor,
  { plan, unit, period }: LocatedReport,
  { id, codes: indicators }: { id: number; codes: string[] },
  now: Date,
): Promise<void> {
  const focalPoints = await tx.user.findMany({
    where: { disabledAt: null, id: { not: actor.id }, roles: { some: { role: "focalPoint", unitId: unit.id } } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const args = { plan: plan.code, unit: unit.code, period: period.code, indicators };
  for (const { id: userId } of focalPoints)
    await queueMail(tx, { to: { userId }, kind: "handedBack", args, once: `handedBack:${id}:${userId}` }, now);
}
