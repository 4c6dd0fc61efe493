import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, mustBe } from "@/lib/server/commitments/hold-observation";
import {
  holdRecommendation,
  onlyRound,
  raiseYouthForum,
  recommendationEvent,
} from "@/lib/server/commitments/hold-recommendation";
import { dayInUnit } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";
import { tellUnits } from "@/lib/server/youth/tell";

/**
 * Passes a recommendation on, as it was written: everybody reads it from now on, and each country addressed is asked to answer, and
 * told so.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function passRecommendation(actor: Actor, seen: RecommendationSeen, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party === "secretariat");
    const { count } = await tx.addressedRound.updateMany({
      where: { textId: held.id, round: onlyRound, stage: { in: roundStagesBefore("pass") } },
      data: { stage: "passed", checkedAt: now, checkedById: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    // Due at the next Senior Officials Meeting, whenever that is.
    await tx.unitResponse.createMany({
      data: held.units.map(({ id: unitId, code }) => ({
        textId: held.id,
        round: onlyRound,
        unitId,
        askedOn: new Date(dayInUnit(code, now)),
        dueOn: null,
      })),
    });
    await changeText(tx, held);
    await tellUnits(tx, { ...held, number: held.number! }, held.units, "passed", now);
    await raiseYouthForum(tx, held.planId);
    await writeAudit(tx, { ...recommendationEvent(held), actorId: actor.id, action: "recommendationPassed" });
  });
}
