import "server-only";
import { mayDropRound, roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeUnheard, holdStanding, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { transaction } from "@/lib/server/transaction";

/**
 * Drops the second round of an observation before it is passed on: its words are gone, and it stands where the first one left it.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function dropSecondRound(actor: Actor, seen: ObservationSeen): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBe(held.party === "author");
    if (!mayDropRound(held)) throw new Refusal("changedMeanwhile");
    const { id, round, stage } = held;
    const { count } = await tx.addressedRound.deleteMany({
      where: { textId: id, round, stage: { in: roundStagesBefore("write") } },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeUnheard(tx, held);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "secondRoundDropped",
      before: { round, stage },
    });
  });
}
