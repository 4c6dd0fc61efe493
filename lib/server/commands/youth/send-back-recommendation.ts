import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, mustBe } from "@/lib/server/commitments/hold-observation";
import { holdRecommendation, onlyRound, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { transaction } from "@/lib/server/transaction";
import { tellOfCheck } from "@/lib/server/youth/tell";

/**
 * Sends a recommendation back with the rule that it breaks.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function sendBackRecommendation(
  actor: Actor,
  seen: RecommendationSeen,
  { rule, note }: { rule: SafetyRule; note: string },
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party === "secretariat");
    const { count } = await tx.addressedRound.updateMany({
      where: { textId: held.id, round: onlyRound, stage: { in: roundStagesBefore("sendBack") } },
      data: { stage: "sentBack", checkedAt: now, checkedById: actor.id, rule, note },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeText(tx, held);
    await tellOfCheck(tx, { ...held, number: held.number! }, now);
    await writeAudit(tx, {
      ...recommendationEvent(held),
      actorId: actor.id,
      action: "recommendationSentBack",
      after: { rule },
    });
  });
}
