import "server-only";
import { mayWriteDecisions } from "@/lib/domain/commitments/decision";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { DecisionWords } from "@/lib/schemas/commitments/decision-forms";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import {
  auditedDecision,
  decisionColumns,
  decisionEvent,
  decisionOf,
  holdForDecisions,
  organisationsAddressed,
  unitsAddressed,
} from "@/lib/server/commitments/hold-decision";
import { changeMeeting } from "@/lib/server/commitments/hold-meeting";
import { transaction } from "@/lib/server/transaction";
import { mustNameNobody } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Changes what a meeting is about to decide, before the outcome is agreed.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for a country that the plan doesn't have, for
 * an organisation that isn't offered, and as `decisionColumns` says
 */
export function changeDecision(actor: Actor, seen: MeetingSeen, number: number, decided: DecisionWords): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdForDecisions(tx, actor, seen, mayWriteDecisions);
    const { planId, id: meetingId } = held;
    const before = await decisionOf(tx, meetingId, number);
    if (!before) throw new Refusal("notFound");
    const { textId } = before;
    mustNameNobody(held.kind, [["body", decided.body]]);
    const unitIds = await unitsAddressed(tx, planId, decided.units);
    const organisationIds = await organisationsAddressed(tx, decided.organisations, before.organisations);
    const { columns, nodeIds } = await decisionColumns(tx, held, decided, before.nodeIds);
    const { count } = await tx.addressedRound.updateMany({
      where: { textId, round: 1, stage: "draft" },
      data: { body: decided.body },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await tx.addressedUnit.deleteMany({ where: { textId } });
    await tx.addressedUnit.createMany({ data: unitIds.map((unitId) => ({ textId, unitId, planId })) });
    await tx.decisionNode.deleteMany({ where: { textId } });
    await tx.decisionNode.createMany({ data: nodeIds.map((nodeId) => ({ textId, nodeId })) });
    await tx.decisionOrganisation.deleteMany({ where: { textId } });
    await tx.decisionOrganisation.createMany({
      data: organisationIds.map((organisationId) => ({ textId, organisationId })),
    });
    await tx.meetingDecision.update({ where: { textId }, data: columns });
    await changeMeeting(tx, held);
    await writeAudit(tx, {
      ...decisionEvent(held, number),
      actorId: actor.id,
      action: "decisionChanged",
      before: { body: before.body, organisations: before.organisations },
      after: auditedDecision(decided),
    });
  });
}
