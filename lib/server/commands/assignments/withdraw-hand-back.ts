import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { assignmentEvent, holdAssignments } from "@/lib/server/assignments/hold-assignments";
import { writeAudit } from "@/lib/server/audit/write";
import { mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Takes back what a contributor handed back: they aren't done after all.
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `changedMeanwhile` where nothing of theirs stands handed back
 */
export async function withdrawHandBack(actor: Actor, address: ReportAddress, now: Date): Promise<void> {
  const located = await mustLocate(address);
  mustBeAble(actor, "handBack", subjectOf(located));
  const place = { unitId: located.unit.id, periodId: located.period.id };
  await transaction(async (tx) => {
    await holdAssignments(tx, located);
    const [withdrawn] = await tx.handBack.updateManyAndReturn({
      where: { ...place, userId: actor.id, takenBackAt: null, askedAgainAt: null },
      data: { takenBackAt: now },
      select: { id: true },
    });
    if (!withdrawn) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      ...assignmentEvent(located),
      actorId: actor.id,
      action: "handBackWithdrawn",
      after: { handBack: withdrawn.id },
    });
  });
}
