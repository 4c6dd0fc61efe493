import "server-only";
import { responseStatesBefore } from "@/lib/domain/commitments/addressed-life";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen, ReplyWords } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { responseOf } from "@/lib/server/commitments/hold-key-actions";
import { changeText, holdStanding, observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { tellAuthor } from "@/lib/server/commitments/tell";
import { dayInUnit } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";

/**
 * Gives a unit's reply, with its words as they are sent. After the due date it is late, which its date says. What is being
 * acted on says by which key actions.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `keyActionMissing`
 */
export function sendReply(
  actor: Actor,
  seen: ObservationSeen,
  { kind, body, evidenceTitle = "", evidenceUrl = "" }: ReplyWords,
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBeAble(actor, "sendReply", held);
    if (kind === "actedOn" && (await tx.keyAction.count({ where: responseOf(held) })) === 0)
      throw new Refusal("keyActionMissing");
    const givenOn = dayInUnit(held.unit.code, now);
    const { count } = await tx.unitResponse.updateMany({
      where: { ...responseOf(held), state: { in: responseStatesBefore("sendReply") } },
      data: {
        ...{ state: "given", kind, body, evidenceTitle, evidenceUrl },
        ...{ givenAt: now, givenById: actor.id, givenOn: new Date(givenOn) },
      },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeText(tx, held);
    await raiseObservations(tx, held);
    await tellAuthor(tx, { ...held, number: held.number! }, now);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "replySent",
      after: { round: held.round, kind, givenOn },
    });
  });
}
