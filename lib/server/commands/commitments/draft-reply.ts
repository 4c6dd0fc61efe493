import "server-only";
import { responseStatesBefore } from "@/lib/domain/commitments/addressed-life";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen, ReplyWords } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, holdStanding, observationEvent } from "@/lib/server/commitments/hold-observation";
import { transaction } from "@/lib/server/transaction";

/**
 * Keeps what a unit is going to reply; only the unit reads it until it is sent.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function draftReply(
  actor: Actor,
  seen: ObservationSeen,
  { kind, body, evidenceTitle = "", evidenceUrl = "" }: ReplyWords,
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBeAble(actor, "draftReply", held);
    const { count } = await tx.unitResponse.updateMany({
      where: {
        textId: held.id,
        round: held.round,
        unitId: held.unit.id,
        state: { in: responseStatesBefore("draftReply") },
      },
      data: { kind, body, evidenceTitle, evidenceUrl, draftedAt: now, draftedById: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeText(tx, held);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "replyDrafted",
      after: { round: held.round, kind },
    });
  });
}
