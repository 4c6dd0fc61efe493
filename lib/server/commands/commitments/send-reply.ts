import "server-only";
import { responseStatesBefore } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ReplyWords } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { responseOf } from "@/lib/server/commitments/hold-key-actions";
import { holdReply, type ReplySeen } from "@/lib/server/commitments/responses/hold-reply";
import { dayInUnit } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";
import { refuseNames, wordsOfReply } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Gives a unit's reply, with its words as they are sent. After the due date it is late, which its date says. What is being
 * acted on says by which key actions.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `keyActionMissing`; InvalidFields for words that name a young person
 */
export function sendReply(
  actor: Actor,
  seen: ReplySeen,
  { kind, body, evidenceTitle = "", evidenceUrl = "" }: ReplyWords,
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdReply(tx, actor, seen, "sendReply");
    if (held.isOfYoung) refuseNames(wordsOfReply({ body, evidenceTitle }));
    if (kind === "actedOn" && (await tx.keyAction.count({ where: responseOf(held) })) === 0)
      throw new Refusal("keyActionMissing");
    const givenOn = dayInUnit(held.unit.code, now);
    const { count } = await tx.unitResponse.updateMany({
      where: { ...responseOf(held), state: { in: responseStatesBefore("sendReply") } },
      data: {
        state: "given",
        kind,
        body,
        evidenceTitle,
        evidenceUrl,
        givenAt: now,
        givenById: actor.id,
        givenOn: new Date(givenOn),
      },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await held.change();
    await held.follow(now);
    await writeAudit(tx, { ...held.event, actorId: actor.id, after: { ...held.of, kind, givenOn } });
  });
}
