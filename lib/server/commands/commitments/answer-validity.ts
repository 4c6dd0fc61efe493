import "server-only";
import type { Validity } from "@/lib/domain/commitments/validity";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, holdStanding, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { transaction } from "@/lib/server/transaction";

/**
 * Says whether an observation still holds after the value that its author was asked about last. Where it stands isn't changed by
 * that: its author closes or withdraws it as ever.
 * @param version the results version of that value
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` also where it was answered, or a later value is asked about
 */
export function answerValidity(
  actor: Actor,
  seen: ObservationSeen,
  { version, validity }: { version: number; validity: Validity },
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBe(held.party === "author");
    const { count } = await tx.validityQuestion.updateMany({
      where: {
        textId: held.id,
        version,
        answer: null,
        observation: { validity: { none: { version: { gt: version } } } },
      },
      data: { answer: validity, answeredAt: now, answeredById: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeText(tx, held);
    await raiseObservations(tx, held);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "validityAnswered",
      after: { answer: validity, resultsVersion: version },
    });
  });
}
