import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { ownDatesShown, type UnitDueDateForm } from "@/lib/schemas/periods/period-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { holdPeriod, mustFindPeriod } from "@/lib/server/reports/periods/hold-period";
import { transaction } from "@/lib/server/transaction";

/**
 * Sets when one unit's report is due, where that isn't the period's date; the period's date takes it back.
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `dueBeforeEnd`, `dueReasonMissing`, `changedMeanwhile` where a unit has
 * another date than the person saw
 */
export async function moveUnitDueDate(
  actor: Actor,
  { plan: planCode, period: code, unit: unitCode, seen, unitDueOn: dueOn, reason }: UnitDueDateForm,
  now: Date,
): Promise<void> {
  const { planId, periodId } = await mustFindPeriod(planCode, code);
  mustBeAble(actor, "keepPeriods", { planId });
  const unit = await (await db()).reportingUnit.findFirst({
    where: { planId, code: unitCode },
    select: { id: true },
  });
  if (!unit) throw new Refusal("notFound");
  await transaction(async (tx) => {
    const period = await holdPeriod(tx, periodId);
    if (period.state === "locked") throw new Refusal("locked", { lock: "periodLocked" });
    const rows = await tx.unitDueDate.findMany({
      where: { periodId },
      select: { unitId: true, dueOn: true, reason: true, unit: { select: { code: true } } },
    });
    if (ownDatesShown(rows.map((row) => ({ unit: row.unit.code, dueOn: dayOf(row.dueOn) }))) !== seen)
      throw new Refusal("changedMeanwhile");
    if (dueOn <= period.endsOn) throw new Refusal("dueBeforeEnd", { endsOn: period.endsOn });
    const own = rows.find(({ unitId }) => unitId === unit.id);
    const isOwn = dueOn !== period.dueOn;
    if (isOwn && reason === "") throw new Refusal("dueReasonMissing");
    const place = { periodId, unitId: unit.id };
    if (!isOwn && !own) return;
    if (isOwn) {
      const data = { dueOn: new Date(dueOn), reason, setAt: now, setById: actor.id };
      await tx.unitDueDate.upsert({
        where: { periodId_unitId: place },
        create: { ...place, planId, ...data },
        update: data,
      });
    } else await tx.unitDueDate.delete({ where: { periodId_unitId: place } });
    await writeAudit(tx, {
      stream: `period:${periodId}`,
      actorId: actor.id,
      action: "unitDueDateMoved",
      subject: `period ${planCode} ${code} of ${unitCode}`,
      place: { planId, unitId: unit.id },
      before: own ? { dueOn: dayOf(own.dueOn), reason: own.reason } : { dueOn: period.dueOn },
      after: { dueOn },
    });
  });
}
