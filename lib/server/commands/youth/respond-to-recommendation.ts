import "server-only";
import { responseStatesBefore } from "@/lib/domain/commitments/addressed-life";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationResponse, RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText } from "@/lib/server/commitments/hold-observation";
import {
  holdRecommendation,
  onlyRound,
  raiseYouthForum,
  recommendationEvent,
} from "@/lib/server/commitments/hold-recommendation";
import { dayInUnit } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";

/**
 * Keeps what a unit is going to answer, or gives its answer: everybody reads that from then on, and it stays.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function respondToRecommendation(
  actor: Actor,
  seen: RecommendationSeen,
  { unit: code, answer, body }: RecommendationResponse,
  step: "draftReply" | "sendReply",
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    const unit = held.units.find((each) => each.code === code);
    if (!unit) throw new Refusal("notFound");
    mustBeAble(actor, step, { planId: held.planId, unit });
    if (held.end !== null) throw new Refusal("changedMeanwhile");
    const { count } = await tx.unitResponse.updateMany({
      where: { textId: held.id, round: onlyRound, unitId: unit.id, state: { in: responseStatesBefore(step) } },
      data:
        step === "sendReply"
          ? {
              ...{ state: "given", answer, body, givenAt: now, givenById: actor.id },
              givenOn: new Date(dayInUnit(code, now)),
            }
          : { answer, body, draftedAt: now, draftedById: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeText(tx, held);
    if (step === "sendReply") await raiseYouthForum(tx, held.planId);
    await writeAudit(tx, {
      ...recommendationEvent(held),
      place: { planId: held.planId, unitId: unit.id },
      ...{ actorId: actor.id, action: step === "sendReply" ? "recommendationAnswered" : "answerDrafted" },
      after: { unit: code, answer },
    });
  });
}
