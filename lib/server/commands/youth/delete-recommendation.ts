import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { mustBe } from "@/lib/server/commitments/hold-observation";
import { holdRecommendation, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { transaction } from "@/lib/server/transaction";

/**
 * Deletes a draft that was never submitted.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function deleteRecommendation(actor: Actor, seen: RecommendationSeen): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party === "author");
    const { count } = await tx.addressedText.deleteMany({
      where: { id: held.id, rowVersion: held.rowVersion, number: null },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, { ...recommendationEvent(held), actorId: actor.id, action: "recommendationDeleted" });
  });
}
