import "server-only";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationLanguage } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, mustBe } from "@/lib/server/commitments/hold-observation";
import { holdRecommendation, raiseYouthForum, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { eraseFromPublications, sayingTexts } from "@/lib/server/publications/drop-publications";
import { transaction } from "@/lib/server/transaction";
import { tellOfCheck } from "@/lib/server/youth/tell";

/**
 * Takes what a recommendation says in one other language down for safety, with the rule that it broke: those words are gone,
 * and the papers in that language that say them too. In it, everybody reads young people's own words again.
 * @throws Refusal `notFound` also of a language in which it isn't said, `notAllowed`, `changedMeanwhile`
 */
export async function takeDownTranslation(
  actor: Actor,
  seen: RecommendationSeen,
  language: PublicationLanguage,
  rule: SafetyRule,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party === "secretariat");
    if (held.end !== null || held.stage !== "passed") throw new Refusal("changedMeanwhile");
    const offering = await eraseFromPublications(tx, actor, held, {
      AND: [sayingTexts([held.id]), { settings: { path: ["language"], equals: language } }],
    });
    const { count } = await tx.recommendationWords.deleteMany({ where: { textId: held.id, locale: language } });
    if (count === 0) throw new Refusal("notFound");
    await changeText(tx, held);
    await raiseYouthForum(tx, held.planId, offering);
    await tellOfCheck(tx, { ...held, number: held.number! }, now);
    await writeAudit(tx, {
      ...recommendationEvent(held),
      actorId: actor.id,
      action: "translationTakenDown",
      after: { language, rule },
    });
  });
}
