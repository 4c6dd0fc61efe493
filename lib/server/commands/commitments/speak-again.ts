import "server-only";
import { maySpeakAgain } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeUnheard, holdStanding, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { transaction } from "@/lib/server/transaction";
import { refuseNames } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Begins the second round of an observation, as a draft. What was said and answered in the first one stays as it stands.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for words that name a young person
 */
export function speakAgain(actor: Actor, seen: ObservationSeen, body: string): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBe(held.party === "author");
    if (held.isOfYoung) refuseNames([["body", body]]);
    if (!maySpeakAgain(held)) throw new Refusal("changedMeanwhile");
    const round = held.round + 1;
    await tx.addressedRound.create({ data: { textId: held.id, round, body } });
    await changeUnheard(tx, held);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "observationContinued",
      after: { round },
    });
  });
}
