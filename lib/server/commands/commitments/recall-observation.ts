import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeUnheard, holdStanding, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes a submitted observation back before the secretariat has looked: it is a draft again, under its number.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function recallObservation(actor: Actor, seen: ObservationSeen): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBe(held.party === "author");
    const { count } = await tx.addressedRound.updateMany({
      where: { textId: held.id, round: held.round, stage: { in: roundStagesBefore("recall") } },
      data: { stage: "draft", submittedAt: null, submittedById: null, checkDueOn: null },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeUnheard(tx, held);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "observationRecalled",
      after: { round: held.round },
    });
  });
}
