import "server-only";
import { endParties, mayEnd, type TextEnd } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, holdObservation, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { dropFiles } from "@/lib/server/commitments/sources/hold-sources";
import { transaction } from "@/lib/server/transaction";

const endActions: Record<TextEnd, string> = {
  answered: "observationClosed",
  notAnswered: "observationClosed",
  withdrawn: "observationWithdrawn",
  takenDown: "observationTakenDown",
};

/**
 * Ends an observation: closed by its author as answered or not, withdrawn by them, or taken down for safety by the secretariat.
 * Of what is withdrawn or taken down, number and place stay; its files go.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function endObservation(actor: Actor, seen: ObservationSeen, end: TextEnd, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdObservation(tx, actor, seen);
    mustBe(held.party === endParties[end]);
    if (!mayEnd(held.end, end, held)) throw new Refusal("changedMeanwhile");
    await changeText(tx, held, { end, endedAt: now, endedById: actor.id });
    if (end === "withdrawn" || end === "takenDown") await dropFiles(tx, held.id);
    await raiseObservations(tx, held);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: endActions[end],
      before: { end: held.end },
      after: { end },
    });
  });
}
