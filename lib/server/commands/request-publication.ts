import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mayBeAbout, mustMakeSuchPublication, type PublicationSettings } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { InvalidFields } from "@/lib/schemas/invalid-fields";
import { writeAudit } from "@/lib/server/audit";
import { publicationEvent } from "@/lib/server/publications/publication-row";
import { enqueuing, wake } from "@/lib/server/publications/queue";
import { type Subject, subjectOfSettings } from "@/lib/server/publications/subject";
import { unitsToMakeAbout } from "@/lib/server/publications/units-to-make-about";
import { transaction } from "@/lib/server/transaction";

/**
 * Asks for a publication; a job makes it.
 * @throws Refusal `notFound`, `notAllowed`; InvalidFields where a choice doesn't fit the plan
 */
export async function requestPublication(
  actor: Actor,
  plan: string,
  settings: PublicationSettings,
  now: Date,
): Promise<{ id: number }> {
  const subject = await mustMakePublication(actor, plan, settings);
  const enqueue = await enqueuing();
  const created = await transaction(async (tx) => {
    const { id } = await tx.publication.create({
      data: {
        planId: subject.planId,
        unitId: subject.unit.id,
        periodId: subject.periodId,
        kind: settings.kind,
        isInternal: settings.isInternal,
        settings: { ...settings },
        requestedAt: now,
        requestedBy: actor.id,
      },
      select: { id: true },
    });
    await enqueue(tx, id);
    await writeAudit(tx, {
      ...publicationEvent(id, plan, settings),
      actorId: actor.id,
      action: "publicationRequested",
      after: settings,
    });
    return { id };
  });
  await wake();
  return created;
}

/**
 * Whether the person may make, and so preview, such a publication of the plan.
 * @throws Refusal `notFound`, `notAllowed`; InvalidFields where a choice doesn't fit the plan
 */
export async function mustMakePublication(actor: Actor, plan: string, settings: PublicationSettings): Promise<Subject> {
  const subject = await subjectOfSettings(plan, settings);
  // Whoever may make none at all hears nothing about the plan's units.
  if (!subject || !(await unitsToMakeAbout(actor, plan))) throw new Refusal("notFound");
  const { planId, unit, problems } = subject;
  if (!unit || !mayBeAbout(settings.kind, unit)) throw new InvalidFields([{ field: "unit", key: "choiceMissing" }]);
  mustMakeSuchPublication(actor, settings.isInternal, { planId, unit });
  if (problems.length > 0) throw new InvalidFields(problems.map((field) => ({ field, key: "choiceMissing" })));
  return { planId, unit, periodId: subject.periodId! };
}
