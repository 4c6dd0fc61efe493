import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { holdStanding, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { dropFiles } from "@/lib/server/commitments/sources/hold-sources";
import { transaction } from "@/lib/server/transaction";

/**
 * Deletes a draft that was never submitted: nobody else has read it, and it has no number.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function deleteObservation(actor: Actor, seen: ObservationSeen): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBe(held.party === "author");
    await dropFiles(tx, held.id);
    const { count } = await tx.addressedText.deleteMany({
      where: { id: held.id, rowVersion: held.rowVersion, number: null },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, { ...observationEvent(held), actorId: actor.id, action: "observationDeleted" });
  });
}
