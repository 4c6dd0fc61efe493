import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, mustBe } from "@/lib/server/commitments/hold-observation";
import { holdRecommendation, onlyRound, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes a recommendation back into a draft before the secretariat has looked.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function recallRecommendation(actor: Actor, seen: RecommendationSeen): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party === "author");
    const { count } = await tx.addressedRound.updateMany({
      where: { textId: held.id, round: onlyRound, stage: { in: roundStagesBefore("recall") } },
      data: { stage: "draft", submittedAt: null, submittedById: null, checkDueOn: null },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeText(tx, held);
    await writeAudit(tx, { ...recommendationEvent(held), actorId: actor.id, action: "recommendationRecalled" });
  });
}
