import "server-only";
import { type Attribution, mayBecome } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, holdObservation, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { transaction } from "@/lib/server/transaction";

/**
 * Tells more readers which organisation speaks. There is no way back, for they have read it.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function openAttribution(actor: Actor, seen: ObservationSeen, attribution: Attribution): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdObservation(tx, actor, seen);
    mustBe(held.party === "author" && mayBecome(held.attribution, attribution));
    const { count } = await tx.observation.updateMany({
      where: { textId: held.id, attribution: held.attribution },
      data: { attribution },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeText(tx, held);
    await raiseObservations(tx, held);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "attributionOpened",
      before: { attribution: held.attribution },
      after: { attribution },
    });
  });
}
