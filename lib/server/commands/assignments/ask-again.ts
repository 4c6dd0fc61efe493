import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { assignmentEvent, holdAssignments } from "@/lib/server/assignments/hold-assignments";
import { writeAudit } from "@/lib/server/audit/write";
import { mustLocate } from "@/lib/server/reports/hold-report";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Says of a part that was handed back that it isn't done yet, and why. Its contributor sees it until they hand back again.
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `changedMeanwhile` where it doesn't stand handed back any more
 */
export async function askAgain(
  actor: Actor,
  address: ReportAddress,
  { handBack, reason }: { handBack: number; reason: string },
  now: Date,
): Promise<void> {
  const located = await mustLocate(address);
  const { plan, unit, period } = located;
  mustBeAble(actor, "assignIndicators", { planId: plan.id, unit });
  await transaction(async (tx) => {
    await holdAssignments(tx, located);
    const { count } = await tx.handBack.updateMany({
      where: { id: handBack, unitId: unit.id, periodId: period.id, takenBackAt: null, askedAgainAt: null },
      data: { askedAgainAt: now, askedAgainById: actor.id, askedReason: reason },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      ...assignmentEvent(located),
      actorId: actor.id,
      action: "askedAgain",
      after: { handBack },
    });
  });
}
