import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSaid, RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, mustBe } from "@/lib/server/commitments/hold-observation";
import { holdRecommendation, onlyRound, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { recommendedNode, unitsRecommendedTo } from "@/lib/server/commitments/recommendation-subject";
import { transaction } from "@/lib/server/transaction";

/**
 * Changes what a recommendation says, before it is submitted or after it was sent back.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for what the plan doesn't have
 */
export function writeRecommendation(
  actor: Actor,
  seen: RecommendationSeen,
  { body, language, node, units }: RecommendationSaid,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party === "author");
    const { id: textId, planId } = held;
    const unitIds = await unitsRecommendedTo(tx, planId, units);
    const { count } = await tx.addressedRound.updateMany({
      where: { textId, round: onlyRound, stage: { in: roundStagesBefore("write") } },
      data: { body },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await tx.recommendation.update({ where: { textId }, data: { nodeId: await recommendedNode(tx, planId, node) } });
    await tx.addressedUnit.deleteMany({ where: { textId } });
    await tx.addressedUnit.createMany({ data: unitIds.map((unitId) => ({ textId, unitId, planId })) });
    await changeText(tx, held, { locale: language });
    await writeAudit(tx, {
      ...recommendationEvent(held),
      actorId: actor.id,
      action: "recommendationWritten",
      after: { node, units },
    });
  });
}
