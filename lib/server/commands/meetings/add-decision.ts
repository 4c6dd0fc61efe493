import "server-only";
import { mayWriteDecisions } from "@/lib/domain/commitments/decision";
import type { Actor } from "@/lib/domain/permissions";
import type { DecisionWords } from "@/lib/schemas/commitments/decision-forms";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import {
  auditedDecision,
  decisionColumns,
  decisionEvent,
  holdForDecisions,
  organisationsAddressed,
  unitsAddressed,
} from "@/lib/server/commitments/hold-decision";
import { changeMeeting } from "@/lib/server/commitments/hold-meeting";
import { transaction } from "@/lib/server/transaction";
import { mustNameNobody } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Writes down what a meeting is about to decide; nobody but the secretariat reads it before the outcome is agreed.
 * @returns its number within the meeting
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for a country that the plan doesn't have, for
 * an organisation that isn't offered, and as `decisionColumns` says
 */
export function addDecision(
  actor: Actor,
  seen: MeetingSeen,
  decided: DecisionWords,
  now: Date,
): Promise<{ number: number }> {
  return transaction(async (tx) => {
    const held = await holdForDecisions(tx, actor, seen, mayWriteDecisions);
    const { planId, id: meetingId } = held;
    mustNameNobody(held.kind, [["body", decided.body]]);
    const unitIds = await unitsAddressed(tx, planId, decided.units);
    const organisationIds = await organisationsAddressed(tx, decided.organisations);
    const { columns, nodeIds } = await decisionColumns(tx, held, decided);
    const last = await tx.meetingDecision.aggregate({ where: { meetingId }, _max: { number: true } });
    const number = (last._max.number ?? 0) + 1;
    const { id: textId } = await tx.addressedText.create({
      data: {
        planId,
        kind: "decision",
        locale: "en",
        createdAt: now,
        organisationId: actor.organisation.id,
        authorId: actor.id,
        units: { create: unitIds.map((unitId) => ({ unitId })) },
        rounds: { create: { round: 1, body: decided.body } },
      },
      select: { id: true },
    });
    await tx.meetingDecision.create({
      data: {
        textId,
        planId,
        meetingId,
        number,
        ...columns,
        nodes: { create: nodeIds.map((nodeId) => ({ nodeId })) },
        organisations: { create: organisationIds.map((organisationId) => ({ organisationId })) },
      },
    });
    await changeMeeting(tx, held);
    await writeAudit(tx, {
      ...decisionEvent(held, number),
      actorId: actor.id,
      action: "decisionAdded",
      after: auditedDecision(decided),
    });
    return { number };
  });
}
