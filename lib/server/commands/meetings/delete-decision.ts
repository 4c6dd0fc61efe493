import "server-only";
import { mayWriteDecisions } from "@/lib/domain/commitments/decision";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { decisionEvent, decisionOf, holdForDecisions } from "@/lib/server/commitments/hold-decision";
import { changeMeeting } from "@/lib/server/commitments/hold-meeting";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes out what a meeting didn't decide, before the outcome is agreed. Those after it keep their numbers.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function deleteDecision(actor: Actor, seen: MeetingSeen, number: number): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdForDecisions(tx, actor, seen, mayWriteDecisions);
    const before = await decisionOf(tx, held.id, number);
    if (!before) throw new Refusal("notFound");
    const { count } = await tx.addressedText.deleteMany({
      where: { id: before.textId, rounds: { every: { stage: "draft" } } },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeMeeting(tx, held);
    await writeAudit(tx, {
      ...decisionEvent(held, number),
      actorId: actor.id,
      action: "decisionDeleted",
      before: { body: before.body },
    });
  });
}
