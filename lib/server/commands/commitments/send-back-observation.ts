import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeUnheard, holdStanding, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { tellAuthor } from "@/lib/server/commitments/tell";
import { transaction } from "@/lib/server/transaction";

/**
 * Sends an observation back to its author with the rule that it breaks.
 * @param note what the secretariat says of it; may be empty
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function sendBackObservation(
  actor: Actor,
  seen: ObservationSeen,
  { rule, note }: { rule: SafetyRule; note: string },
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBe(held.party === "secretariat");
    const { count } = await tx.addressedRound.updateMany({
      where: { textId: held.id, round: held.round, stage: { in: roundStagesBefore("sendBack") } },
      data: { stage: "sentBack", checkedAt: now, checkedById: actor.id, rule, note },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeUnheard(tx, held);
    await tellAuthor(tx, { ...held, number: held.number! }, now);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "observationSentBack",
      after: { round: held.round, rule },
    });
  });
}
