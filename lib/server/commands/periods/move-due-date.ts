import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { DueDateForm } from "@/lib/schemas/periods/period-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import { holdPeriod, mustFindPeriod } from "@/lib/server/reports/periods/hold-period";
import { transaction } from "@/lib/server/transaction";

/**
 * Sets when a period's reports are due. A unit's own date that isn't later any more goes: nobody is due before the others.
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `dueBeforeEnd`, `changedMeanwhile` where reports are due on another day
 * than the person saw
 */
export async function moveDueDate(
  actor: Actor,
  { plan: planCode, period: code, from, dueOn }: DueDateForm,
): Promise<void> {
  const { planId, periodId } = await mustFindPeriod(planCode, code);
  mustBeAble(actor, "keepPeriods", { planId });
  await transaction(async (tx) => {
    const period = await holdPeriod(tx, periodId);
    if (period.state === "locked") throw new Refusal("locked", { lock: "periodLocked" });
    if (period.dueOn !== from) throw new Refusal("changedMeanwhile");
    if (dueOn <= period.endsOn) throw new Refusal("dueBeforeEnd", { endsOn: period.endsOn });
    if (dueOn === from) return;
    await tx.reportingPeriod.update({ where: { id: periodId }, data: { dueOn: new Date(dueOn) } });
    const overtaken = { periodId, dueOn: { lte: new Date(dueOn) } };
    const own = await tx.unitDueDate.findMany({ where: overtaken, select: ownDate });
    await tx.unitDueDate.deleteMany({ where: overtaken });
    await writeAudit(tx, {
      stream: `period:${periodId}`,
      actorId: actor.id,
      action: "dueDateMoved",
      subject: `period ${planCode} ${code}`,
      place: { planId },
      before: { dueOn: from, ...(own.length > 0 && { units: own.map(gone) }) },
      after: { dueOn },
    });
  });
}

const ownDate = { dueOn: true, reason: true, unit: { select: { code: true } } } as const;

/** No row keeps it any more. */
const gone = ({ dueOn, reason, unit }: Prisma.UnitDueDateGetPayload<{ select: typeof ownDate }>) => ({
  unit: unit.code,
  dueOn: dayOf(dueOn),
  reason,
});
