import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSubject, ObservationWords } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { observationEvent } from "@/lib/server/commitments/hold-observation";
import { readShadow } from "@/lib/server/commitments/shadow/read-shadow";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { mustFindIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import { transaction } from "@/lib/server/transaction";

/**
 * Begins an observation as a draft that only the author's organisation reads.
 * @returns its id
 * @throws Refusal `notFound` also for an indicator that the unit's reports don't have; `notAllowed`; InvalidFields of its own value
 */
export async function addObservation(
  actor: Actor,
  { indicator, goal, ...address }: ObservationSubject,
  { sources, shadow, body, language, ...said }: ObservationWords,
  now: Date,
): Promise<{ id: number }> {
  const located = await mustLocate(address);
  const { plan, unit, period } = located;
  mustBeAble(actor, "observe", { planId: plan.id, unit });
  return transaction(async (tx) => {
    const indicatorId = indicator === null ? null : (await mustFindIndicator(tx, located, indicator)).id;
    // An indicator says which goal is meant.
    const goalId = goal === null || indicator !== null ? null : await goalOf(tx, plan.id, goal);
    const value = await readShadow(tx, shadow, { planId: plan.id, indicatorId, period });
    const { id } = await tx.addressedText.create({
      data: {
        ...{ planId: plan.id, kind: "observation", locale: language, createdAt: now },
        ...{ organisationId: actor.organisation.id, authorId: actor.id },
        units: { create: { unitId: unit.id } },
        rounds: { create: { round: 1, body } },
      },
      select: { id: true },
    });
    await tx.observation.create({
      data: {
        ...{ textId: id, planId: plan.id, indicatorId, goalId, periodId: period.id, ...said },
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
        indicator,
        goal: goalId === null ? null : goal,
        kind: said.kind,
        hasValue: value !== null,
      },
    });
    return { id };
  });
}

async function goalOf(tx: Transaction, planId: number, code: string): Promise<number> {
  const goal = await tx.editionNode.findFirst({
    where: { edition: { planId, ...presentEdition }, code, node: { kind: "goal" } },
    select: { nodeId: true },
  });
  if (!goal) throw new Refusal("notFound");
  return goal.nodeId;
}
