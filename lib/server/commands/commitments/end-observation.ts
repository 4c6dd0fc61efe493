import "server-only";
import { type AuthorEnd, endParties, mayEnd } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, holdObservation, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { dropFiles } from "@/lib/server/commitments/sources/hold-sources";
import { transaction } from "@/lib/server/transaction";

const endActions: Record<AuthorEnd, string> = {
  answered: "observationClosed",
  notAnswered: "observationClosed",
  withdrawn: "observationWithdrawn",
};

/**
 * Ends an observation: closed by its author as answered or not, or withdrawn by them. Of what is withdrawn, number and place
 * stay for others, and its words for its author; its files go.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function endObservation(actor: Actor, seen: ObservationSeen, end: AuthorEnd, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdObservation(tx, actor, seen);
    mustBe(held.party === endParties[end]);
    if (!mayEnd(held.end, end, held)) throw new Refusal("changedMeanwhile");
    await changeText(tx, held, { end, endedAt: now, endedById: actor.id });
    if (end === "withdrawn") await dropFiles(tx, held.id);
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
