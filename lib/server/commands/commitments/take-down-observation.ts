import "server-only";
import { endParties, mayEnd } from "@/lib/domain/commitments/addressed-life";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, holdObservation, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { emptyTexts } from "@/lib/server/commitments/safety/empty-words";
import {
  eraseEarlierWords,
  findToldOf,
  notErased,
  type TakenDown,
} from "@/lib/server/commitments/safety/erase-earlier-words";
import { dropFiles } from "@/lib/server/commitments/sources/hold-sources";
import { tellAuthor } from "@/lib/server/commitments/tell";
import { eraseFromPublications, sayingTexts } from "@/lib/server/publications/drop-publications";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes an observation down for safety, with the rule that it broke: its words, its sources, its value, the replies to it and
 * what meetings were told of it are gone from every row and from the audit, its files and the papers that say them too. Number
 * and place stay. Its author is told.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export async function takeDownObservation(
  actor: Actor,
  seen: ObservationSeen,
  rule: SafetyRule,
  now: Date,
): Promise<TakenDown> {
  return transaction(async (tx) => {
    const held = await holdObservation(tx, actor, seen);
    mustBe(held.party === endParties.takenDown);
    if (!mayEnd(held.end, "takenDown", held)) throw new Refusal("changedMeanwhile");
    const offering = await eraseFromPublications(tx, actor, held, sayingTexts([held.id]));
    await changeText(tx, held, { end: "takenDown", endedAt: now, endedById: actor.id, endRule: rule });
    await emptyTexts(tx, [held.id], now);
    await dropFiles(tx, held.id);
    await raiseObservations(tx, held, offering);
    await tellAuthor(tx, { ...held, number: held.number! }, now);
    const told = await findToldOf(tx, held.planId, [held.id]);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "observationTakenDown",
      before: { end: held.end },
      after: { end: "takenDown", rule, ...notErased(told) },
    });
    const reason = `taken down for safety: observation ${held.number}`;
    return eraseEarlierWords(tx, told, { actorId: actor.id, reason });
  });
}
