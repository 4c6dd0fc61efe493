import "server-only";
import { responseStatesBefore } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ReplyWords } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { responseOf } from "@/lib/server/commitments/hold-key-actions";
import { holdReply, type ReplySeen } from "@/lib/server/commitments/responses/hold-reply";
import { transaction } from "@/lib/server/transaction";
import { refuseNames, wordsOfReply } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Keeps what a unit is going to reply; only the unit reads it until it is sent.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for words that name a young person
 */
export function draftReply(
  actor: Actor,
  seen: ReplySeen,
  { kind, body, evidenceTitle = "", evidenceUrl = "" }: ReplyWords,
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdReply(tx, actor, seen, "draftReply");
    if (held.isOfYoung) refuseNames(wordsOfReply({ body, evidenceTitle }));
    const { count } = await tx.unitResponse.updateMany({
      where: { ...responseOf(held), state: { in: responseStatesBefore("draftReply") } },
      data: { kind, body, evidenceTitle, evidenceUrl, draftedAt: now, draftedById: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await held.change();
    await writeAudit(tx, { ...held.event, actorId: actor.id, after: { ...held.of, kind } });
  });
}
