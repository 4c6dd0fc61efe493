import "server-only";
import { mayWriteDecisions } from "@/lib/domain/commitments/decision";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { DecisionWords } from "@/lib/schemas/commitments/decision-forms";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { decisionEvent, decisionOf, holdForDecisions, unitsAddressed } from "@/lib/server/commitments/hold-decision";
import { changeMeeting } from "@/lib/server/commitments/hold-meeting";
import { transaction } from "@/lib/server/transaction";

/**
 * Changes what a meeting is about to decide, before the outcome is agreed.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for a country that the plan doesn't have
 */
export function changeDecision(
  actor: Actor,
  seen: MeetingSeen,
  number: number,
  { kind, body, dueOn, units }: DecisionWords,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdForDecisions(tx, actor, seen, mayWriteDecisions);
    const { planId, id: meetingId } = held;
    const before = await decisionOf(tx, meetingId, number);
    if (!before) throw new Refusal("notFound");
    const { textId } = before;
    const unitIds = await unitsAddressed(tx, planId, units);
    const { count } = await tx.addressedRound.updateMany({
      where: { textId, round: 1, stage: "draft" },
      data: { body },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await tx.addressedUnit.deleteMany({ where: { textId } });
    await tx.addressedUnit.createMany({ data: unitIds.map((unitId) => ({ textId, unitId, planId })) });
    await tx.meetingDecision.update({
      where: { textId },
      data: { kind, dueOn: dueOn === "" ? null : new Date(dueOn) },
    });
    await changeMeeting(tx, held);
    await writeAudit(tx, {
      ...decisionEvent(held, number),
      actorId: actor.id,
      action: "decisionChanged",
      before: { body: before.body },
      after: { kind, dueOn: dueOn || null, units },
    });
  });
}
