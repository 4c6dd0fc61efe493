import "server-only";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, mustBe } from "@/lib/server/commitments/hold-observation";
import { holdRecommendation, raiseYouthForum, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { emptyTexts } from "@/lib/server/commitments/safety/empty-words";
import {
  eraseEarlierWords,
  findToldOf,
  notErased,
  type TakenDown,
} from "@/lib/server/commitments/safety/erase-earlier-words";
import { eraseFromPublications, sayingTexts } from "@/lib/server/publications/drop-publications";
import { transaction } from "@/lib/server/transaction";
import { tellOfCheck } from "@/lib/server/youth/tell";

/**
 * Takes a recommendation down for safety, with the rule that it broke: its words, what they say in other languages, the
 * answers to it and what meetings were told of it are gone from every row, and the papers that say them too. Number and forum stay.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export async function takeDownRecommendation(
  actor: Actor,
  seen: RecommendationSeen,
  rule: SafetyRule,
  now: Date,
): Promise<TakenDown> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party === "secretariat");
    if (held.end !== null || held.stage !== "passed") throw new Refusal("changedMeanwhile");
    const offering = await eraseFromPublications(tx, actor, held, sayingTexts([held.id]));
    await changeText(tx, held, { end: "takenDown", endedAt: now, endedById: actor.id, endRule: rule });
    await emptyTexts(tx, [held.id], now);
    await raiseYouthForum(tx, held.planId, offering);
    await tellOfCheck(tx, { ...held, number: held.number! }, now);
    const told = await findToldOf(tx, held.planId, [held.id]);
    await writeAudit(tx, {
      ...recommendationEvent(held),
      actorId: actor.id,
      action: "recommendationTakenDown",
      after: { rule, ...notErased(told) },
    });
    const reason = `taken down for safety: recommendation ${held.number}`;
    return eraseEarlierWords(tx, told, { actorId: actor.id, reason });
  });
}
