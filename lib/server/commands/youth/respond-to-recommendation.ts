import "server-only";
import { responseStatesBefore } from "@/lib/domain/commitments/addressed-life";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationResponse, RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import {
  changeAnswer,
  holdAnswer,
  onlyRound,
  raiseYouthForum,
  recommendationEvent,
} from "@/lib/server/commitments/hold-recommendation";
import { dayInUnit } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";
import { tellFacilitators } from "@/lib/server/youth/tell";

/**
 * Keeps what a unit is going to answer, or gives its answer: everybody reads that from then on, it stays, and who
 * speaks for the young people is told.
 * @param seen with the version of the unit's own answer
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` also where somebody else of the unit wrote it since
 */
export function respondToRecommendation(
  actor: Actor,
  seen: RecommendationSeen,
  { unit: code, answer, body, evidenceTitle = "", evidenceUrl = "" }: RecommendationResponse,
  step: "draftReply" | "sendReply",
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdAnswer(tx, actor, seen, code);
    const { unit } = held;
    const said = { answer, body, evidenceTitle, evidenceUrl };
    mustBeAble(actor, step, { planId: held.planId, unit });
    if (held.end !== null) throw new Refusal("changedMeanwhile");
    const { count } = await tx.unitResponse.updateMany({
      where: { textId: held.id, round: onlyRound, unitId: unit.id, state: { in: responseStatesBefore(step) } },
      data:
        step === "sendReply"
          ? {
              ...said,
              state: "given",
              givenAt: now,
              givenById: actor.id,
              givenOn: new Date(dayInUnit(code, now)),
            }
          : { ...said, draftedAt: now, draftedById: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeAnswer(tx, held);
    if (step === "sendReply") {
      await raiseYouthForum(tx, held.planId);
      await tellFacilitators(tx, { ...held, number: held.number! }, unit, String(held.rowVersion), now);
    }
    await writeAudit(tx, {
      ...recommendationEvent(held),
      place: { planId: held.planId, unitId: unit.id },
      actorId: actor.id,
      action: step === "sendReply" ? "recommendationAnswered" : "answerDrafted",
      after: { unit: code, answer },
    });
  });
}
