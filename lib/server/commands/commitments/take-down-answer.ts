import "server-only";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { AnswerPart, ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { type AuditEntry, writeAudit } from "@/lib/server/audit/write";
import { changeText, type HeldObservation, observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseYouthForum, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { emptyKeyActions, emptyReplies } from "@/lib/server/commitments/safety/empty-words";
import type { Transaction } from "@/lib/server/db/client";
import { eraseFromPublications, sayingTexts } from "@/lib/server/publications/drop-publications";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes a given reply, or a key action of one, down for safety by itself, with the rule that it broke: its words are gone from
 * every row, and the papers that say them too. Its kind, its days and what it answers stay.
 * @throws Refusal `notFound` also for words that aren't given, `notAllowed`, `changedMeanwhile`
 */
export async function takeDownAnswer(
  actor: Actor,
  seen: ObservationSeen,
  part: AnswerPart,
  rule: SafetyRule,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const held = await holdAnswered(tx, actor, seen);
    await eraseFromPublications(tx, actor, { ...held, planCode: seen.plan }, sayingTexts([held.id]));
    const count =
      part.of === "reply"
        ? await emptyReplies(tx, { textId: held.id, round: part.round, asked: { unit: { code: part.unit } } }, now)
        : await emptyKeyActions(tx, { id: part.id, textId: held.id, response: { state: "given" } }, now);
    if (count === 0) throw new Refusal("notFound");
    await changeText(tx, held);
    await held.raise();
    await writeAudit(tx, {
      ...held.event,
      actorId: actor.id,
      action: "answerTakenDown",
      after: part.of === "reply" ? { round: part.round, unit: part.unit, rule } : { keyAction: part.id, rule },
    });
  });
}

interface Answered extends Pick<HeldObservation, "id" | "rowVersion" | "end"> {
  planId: number;
  event: Pick<AuditEntry, "stream" | "subject" | "place">;
  /** Makes the public pages anew where it may stand. */
  raise(): Promise<void>;
}

/** Holds an observation or a recommendation whose answers somebody takes down, as they saw it. */
async function holdAnswered(
  tx: Transaction,
  actor: Actor,
  { plan: planCode, id, rowVersion }: ObservationSeen,
): Promise<Answered> {
  await tx.$queryRaw`SELECT FROM addressed_text WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.addressedText.findFirst({
    where: { id, kind: { in: ["observation", "recommendation"] }, plan: { code: planCode } },
    select: {
      ...{ number: true, planId: true, rowVersion: true, end: true, observation: { select: { visibility: true } } },
      units: { orderBy: { unitId: "asc" }, select: { unit: { select: { id: true, code: true, level: true } } } },
    },
  });
  const unit = row?.units[0]?.unit;
  if (!row || !unit) throw new Refusal("notFound");
  const { number, planId, end, observation } = row;
  mustBeAble(actor, "checkSafety", { planId });
  if (row.rowVersion !== rowVersion || end === "takenDown") throw new Refusal("changedMeanwhile");
  return {
    ...{ id, planId, rowVersion, end },
    event: observation
      ? observationEvent({ id, number, planId, unit })
      : recommendationEvent({ id, number, planId, planCode }),
    raise: () =>
      observation ? raiseObservations(tx, { planId, visibility: observation.visibility }) : raiseYouthForum(tx, planId),
  };
}
