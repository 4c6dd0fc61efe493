import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, mustBe } from "@/lib/server/commitments/hold-observation";
import { holdRecommendation, raiseYouthForum, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes a recommendation down for safety, with the answers to it: number and forum stay.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function takeDownRecommendation(actor: Actor, seen: RecommendationSeen, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party === "secretariat");
    if (held.end !== null || held.stage !== "passed") throw new Refusal("changedMeanwhile");
    await changeText(tx, held, { end: "takenDown", endedAt: now, endedById: actor.id });
    await raiseYouthForum(tx, held.planId);
    await writeAudit(tx, { ...recommendationEvent(held), actorId: actor.id, action: "recommendationTakenDown" });
  });
}
