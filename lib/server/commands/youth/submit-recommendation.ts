import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import { safetyCheckDueOn } from "@/lib/domain/commitments/reply-clocks";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, mustBe } from "@/lib/server/commitments/hold-observation";
import { holdRecommendation, onlyRound, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { nextNumber } from "@/lib/server/commitments/next-number";
import { dayInRegion } from "@/lib/server/db/day";
import { siteSettings } from "@/lib/server/site/site-settings";
import { transaction } from "@/lib/server/transaction";
import { tellCheckers } from "@/lib/server/youth/tell";

/**
 * Sends a recommendation to the safety check. It gets its number with the first time.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function submitRecommendation(actor: Actor, seen: RecommendationSeen, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdRecommendation(tx, actor, seen);
    mustBe(held.party === "author");
    const checkDueOn = new Date(safetyCheckDueOn(dayInRegion(now), await siteSettings(tx)));
    const { count } = await tx.addressedRound.updateMany({
      where: { textId: held.id, round: onlyRound, stage: { in: roundStagesBefore("submit") } },
      data: {
        stage: "inSafetyCheck",
        submittedAt: now,
        submittedById: actor.id,
        checkDueOn,
        checkedAt: null,
        checkedById: null,
        rule: null,
        note: "",
      },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const number = held.number ?? (await nextNumber(tx, held.planId, "recommendation"));
    await changeText(tx, held, { number });
    await tellCheckers(tx, { ...held, number }, now);
    await writeAudit(tx, {
      ...recommendationEvent({ ...held, number }),
      actorId: actor.id,
      action: "recommendationSubmitted",
      after: { recommendation: held.id },
    });
  });
}
