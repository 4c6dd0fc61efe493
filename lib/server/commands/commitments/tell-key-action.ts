import "server-only";
import { keyActionStatesAfter } from "@/lib/domain/commitments/key-action";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { KeyActionTold } from "@/lib/schemas/commitments/key-action-forms";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { holdKeyActions, responseOf } from "@/lib/server/commitments/hold-key-actions";
import { changeText, observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { tellAuthor } from "@/lib/server/commitments/tell";
import { dayInUnit, dayOf } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";

/**
 * Tells how a key action of a given response stands, with evidence or the reason that goes with it. Its author is told when it
 * is done or stopped. Another due date stands beside the first one.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `keyActionPast` for another due date that has passed
 */
export function tellKeyAction(
  actor: Actor,
  seen: ObservationSeen,
  keyAction: number,
  { state, dueOn: newDueOn, evidenceTitle, evidenceUrl, reason }: KeyActionTold,
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const { held, isGiven } = await holdKeyActions(tx, actor, seen);
    if (!isGiven) throw new Refusal("changedMeanwhile");
    const today = dayInUnit(held.unit.code, now);
    const where = { id: keyAction, ...responseOf(held) };
    const before = await tx.keyAction.findFirst({ where });
    if (!before) throw new Refusal("notFound");
    if (!keyActionStatesAfter(before.state).includes(state)) throw new Refusal("changedMeanwhile");
    const wasDueOn = dayOf(before.dueOn);
    const dueOn = newDueOn ?? wasDueOn;
    if (dueOn !== wasDueOn && dueOn < today) throw new Refusal("keyActionPast");
    const doneOn = state !== "done" ? null : before.state === "done" ? before.doneOn : new Date(today);
    const { count } = await tx.keyAction.updateMany({
      where: { ...where, state: before.state },
      data: {
        ...{ state, dueOn: new Date(dueOn), doneOn, evidenceTitle, evidenceUrl, reason },
        ...{ toldAt: now, toldById: actor.id },
      },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeText(tx, held);
    await raiseObservations(tx, held);
    if (state !== before.state && (state === "done" || state === "stopped"))
      await tellAuthor(tx, { ...held, number: held.number! }, now);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "keyActionTold",
      before: { keyAction, state: before.state, dueOn: wasDueOn },
      after: { keyAction, state, dueOn },
    });
  });
}
