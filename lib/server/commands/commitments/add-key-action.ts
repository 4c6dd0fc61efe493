import "server-only";
import { mostKeyActions } from "@/lib/domain/commitments/key-action";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { holdKeyActions, type ResponseSeen, responseOf } from "@/lib/server/commitments/hold-key-actions";
import { dayInUnit } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";
import { refuseNames } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Adds what a unit does about what was said to it, to the response that it writes or has given, or to a decision.
 * @param organisationId one that works for the unit; null for its task force. Of the region, one that the decision addresses
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `keyActionPast`, `keyActionsFull`; InvalidFields
 * without an organisation where one is to be named, and for words that name somebody where nobody is to be named
 */
export function addKeyAction(
  actor: Actor,
  seen: ResponseSeen,
  { body, organisationId, dueOn }: { body: string; organisationId: number | null; dueOn: IsoDate },
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdKeyActions(tx, actor, seen);
    if (held.isOfYoung) refuseNames([["action", body]]);
    if (dueOn < dayInUnit(held.unit.code, now)) throw new Refusal("keyActionPast");
    const response = responseOf(held);
    if ((await tx.keyAction.count({ where: response })) >= mostKeyActions)
      throw new Refusal("keyActionsFull", { most: mostKeyActions });
    if (held.doers !== null && organisationId === null)
      throw new InvalidFields([{ field: "organisation", key: "choiceMissing" }]);
    // Whom a decision addresses acts on it, also where the directory keeps them among the archived by now.
    const works = held.doers
      ? { AND: { id: { in: [...held.doers] } } }
      : { archivedAt: null, units: { some: { unitId: held.unit.id } } };
    if (organisationId !== null && !(await tx.organisation.findFirst({ where: { id: organisationId, ...works } })))
      throw new Refusal("notFound");
    const due = new Date(dueOn);
    // Sent twice it would stand twice, and what is promised stays.
    const isTwin = { ...response, body, organisationId, firstDueOn: due };
    if (held.rowVersion !== seen.rowVersion && (await tx.keyAction.count({ where: isTwin })) > 0)
      throw new Refusal("changedMeanwhile");
    const { id } = await tx.keyAction.create({
      data: { ...response, body, organisationId, firstDueOn: due, dueOn: due, createdAt: now, createdById: actor.id },
    });
    await held.change();
    await held.raise();
    await writeAudit(tx, {
      ...held.event,
      actorId: actor.id,
      action: "keyActionAdded",
      after: { round: held.round, keyAction: id, dueOn },
    });
  });
}
