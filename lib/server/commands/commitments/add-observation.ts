import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSubject, ObservationWords } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { observationEvent } from "@/lib/server/commitments/hold-observation";
import { readShadow } from "@/lib/server/commitments/shadow/read-shadow";
import { mustFindSubject } from "@/lib/server/commitments/subjects/must-find-subject";
import { submitRound } from "@/lib/server/commitments/submit-round";
import { hasBegun } from "@/lib/server/db/day";
import { mustLocate } from "@/lib/server/reports/hold-report";
import { transaction } from "@/lib/server/transaction";
import { isOfYoung, refuseNames, wordsOfObservation } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Begins an observation as a draft that only the author's organisation reads.
 * @param isSent whether it is submitted at once: what can't be submitted isn't begun either
 * @returns its id
 * @throws Refusal `notFound` also for an indicator that the unit's reports don't have, and a period that hasn't begun;
 * `notAllowed`; InvalidFields of its own value, and for words that name a young person, said of what young people decided
 */
export async function addObservation(
  actor: Actor,
  { about, ...address }: ObservationSubject,
  { sources, shadow, body, language, ...said }: ObservationWords,
  now: Date,
  { isSent = false } = {},
): Promise<{ id: number }> {
  const located = await mustLocate(address);
  const { plan, unit, period } = located;
  mustBeAble(actor, "observe", { planId: plan.id, unit });
  // No form offers it.
  if (!hasBegun(period, now)) throw new Refusal("notFound");
  return transaction(async (tx) => {
    const subject = await mustFindSubject(tx, located, about);
    if (subject.decisionId !== undefined && (await isOfYoung(tx, subject.decisionId)))
      refuseNames(wordsOfObservation({ body, sources, shadow }));
    const place = { planId: plan.id, unitId: unit.id, organisationId: actor.organisation.id, textId: null, period };
    const value = await readShadow(tx, shadow, { ...place, indicatorId: null, ...subject });
    const { id } = await tx.addressedText.create({
      data: {
        planId: plan.id,
        kind: "observation",
        locale: language,
        createdAt: now,
        organisationId: actor.organisation.id,
        authorId: actor.id,
        units: { create: { unitId: unit.id } },
        rounds: { create: { round: 1, body } },
      },
      select: { id: true },
    });
    await tx.observation.create({
      data: {
        textId: id,
        planId: plan.id,
        periodId: period.id,
        ...subject,
        ...said,
        sources: { createMany: { data: sources } },
        ...(value && { shadow: { create: value } }),
      },
    });
    await writeAudit(tx, {
      ...observationEvent({ id, number: null, planId: plan.id, unit }),
      actorId: actor.id,
      action: "observationAdded",
      after: {
        period: period.code,
        ...(about.of !== "unit" && { [about.of]: about.code }),
        kind: said.kind,
        hasValue: value !== null,
      },
    });
    if (isSent) await submitRound(tx, actor, { plan: address.plan, id, rowVersion: 1 }, now);
    return { id };
  });
}
