import "server-only";
import { keyActionStatesAfter } from "@/lib/domain/commitments/key-action";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { KeyActionTold } from "@/lib/schemas/commitments/key-action-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { holdKeyActions, type ResponseSeen, responseOf } from "@/lib/server/commitments/hold-key-actions";
import { dayInUnit, dayOf } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";
import { refuseNames } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Tells how a key action of a given response, or of a decision, stands, with evidence or the reason that goes with it. Its author
 * is told when it is done or stopped. Another due date stands beside the first one.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `keyActionPast` for another due date that has passed; InvalidFields
 * for words that name somebody where nobody is to be named
 */
export function tellKeyAction(
  actor: Actor,
  seen: ResponseSeen,
  keyAction: number,
  { state, dueOn: newDueOn, evidenceTitle, evidenceUrl, reason }: KeyActionTold,
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdKeyActions(tx, actor, seen, keyAction);
    if (!held.isGiven) throw new Refusal("changedMeanwhile");
    if (held.isOfYoung)
      refuseNames([
        ["evidenceTitle", evidenceTitle],
        ["reason", reason],
      ]);
    const today = dayInUnit(held.unit.code, now);
    const where = { id: keyAction, ...responseOf(held) };
    // Of what was taken down for safety nothing more is told.
    const before = await tx.keyAction.findFirst({ where: { ...where, redactedAt: null } });
    if (!before) throw new Refusal("notFound");
    if (held.isToldApart && before.rowVersion !== seen.rowVersion) throw new Refusal("changedMeanwhile");
    if (!keyActionStatesAfter(before.state).includes(state)) throw new Refusal("changedMeanwhile");
    const wasDueOn = dayOf(before.dueOn);
    const dueOn = newDueOn ?? wasDueOn;
    if (dueOn !== wasDueOn && dueOn < today) throw new Refusal("keyActionPast");
    const doneOn = state !== "done" ? null : before.state === "done" ? before.doneOn : new Date(today);
    const { count } = await tx.keyAction.updateMany({
      where: { ...where, state: before.state, rowVersion: before.rowVersion },
      data: {
        state,
        dueOn: new Date(dueOn),
        doneOn,
        evidenceTitle,
        evidenceUrl,
        reason,
        toldAt: now,
        toldById: actor.id,
        rowVersion: { increment: 1 },
      },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await held.change();
    await held.raise();
    if (state !== before.state && (state === "done" || state === "stopped")) await held.tellAuthor(now);
    await writeAudit(tx, {
      ...held.event,
      actorId: actor.id,
      action: "keyActionTold",
      before: { keyAction, state: before.state, dueOn: wasDueOn },
      after: { keyAction, state, dueOn },
    });
  });
}
