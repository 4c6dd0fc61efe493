import "server-only";
import { mayTranslate } from "@/lib/domain/commitments/recommendation";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationLanguage } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen, RecommendationWords } from "@/lib/schemas/commitments/recommendation-forms";
import { translationField } from "@/lib/schemas/commitments/translation-field";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, mustBe } from "@/lib/server/commitments/hold-observation";
import { holdRecommendation, raiseYouthForum, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { transaction } from "@/lib/server/transaction";

/**
 * Says what a public recommendation says in other languages: everybody reads it there at once. What young people said stays;
 * a language without words is read in theirs.
 * @param words of each language that there is something to say of; empty ones are taken out
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` also of one that isn't public; InvalidFields for words in the
 * language in which it was said
 */
export function translateRecommendation(
  actor: Actor,
  seen: RecommendationSeen,
  words: readonly RecommendationWords[],
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party !== null);
    if (!mayTranslate(held.party, held)) throw new Refusal("changedMeanwhile");
    const { id: textId, planId, locale } = held;
    const present = new Map(
      (await tx.recommendationWords.findMany({ where: { textId }, select: { locale: true, body: true } })).map(
        (row) => [row.locale, row.body],
      ),
    );
    const changed = words.filter(({ language, body }) => body !== (present.get(language) ?? ""));
    if (changed.some(({ language }) => language === locale))
      throw new InvalidFields([
        { field: translationField(locale as PublicationLanguage), key: "recommendationSaidIn" },
      ]);
    if (changed.length === 0) return;
    const languages = changed.map(({ language }) => language).sort();
    await tx.recommendationWords.deleteMany({ where: { textId, locale: { in: languages } } });
    await tx.recommendationWords.createMany({
      data: changed.flatMap(({ language, body }) => (body === "" ? [] : { textId, locale: language, body })),
    });
    await changeText(tx, held);
    await raiseYouthForum(tx, planId);
    await writeAudit(tx, {
      ...recommendationEvent(held),
      actorId: actor.id,
      action: "recommendationTranslated",
      after: { languages },
    });
  });
}
