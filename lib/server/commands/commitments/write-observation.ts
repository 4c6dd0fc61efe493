import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen, ObservationWords } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeUnheard, holdStanding, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { readShadow } from "@/lib/server/commitments/shadow/read-shadow";
import { submitRound } from "@/lib/server/commitments/submit-round";
import { transaction } from "@/lib/server/transaction";
import { refuseNames, wordsOfObservation } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Changes what an observation says, before it is submitted or after it was sent back. In its second round attribution and
 * visibility stand as they were submitted.
 * @param sentAt when it is submitted with these words; null: it stays a draft
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields of its own value, and for words that name a
 * young person, said of what young people decided
 */
export function writeObservation(
  actor: Actor,
  seen: ObservationSeen,
  { sources, shadow, body, language, attribution, visibility, ...said }: ObservationWords,
  { sentAt = null }: { sentAt?: Date | null } = {},
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBe(held.party === "author");
    if (held.isOfYoung) refuseNames(wordsOfObservation({ body, sources, shadow }));
    const { count } = await tx.addressedRound.updateMany({
      where: { textId: held.id, round: held.round, stage: { in: roundStagesBefore("write") } },
      data: { body },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const isFirst = held.round === 1;
    if (isFirst) {
      const { indicatorId, period } = await tx.observation.update({
        where: { textId: held.id },
        data: { ...said, attribution, visibility },
        select: { indicatorId: true, period: { select: { id: true, startsOn: true } } },
      });
      await tx.observationSource.deleteMany({ where: { textId: held.id } });
      await tx.observationSource.createMany({ data: sources.map((source) => ({ ...source, textId: held.id })) });
      const place = { ...held, unitId: held.unit.id, textId: held.id, indicatorId, period };
      const value = await readShadow(tx, shadow, place);
      await tx.shadowValue.deleteMany({ where: { textId: held.id } });
      if (value) await tx.shadowValue.create({ data: { ...value, textId: held.id } });
    }
    await changeUnheard(tx, held, isFirst ? { locale: language } : {});
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "observationWritten",
      after: { round: held.round },
    });
    if (sentAt) await submitRound(tx, actor, { ...seen, rowVersion: held.rowVersion + 1 }, sentAt);
  });
}
