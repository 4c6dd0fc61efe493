import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mayBeAbout, mustMakeSuchPublication, type PublicationSettings } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { publicationScope } from "./publication-scope";
import { type Subject, subjectOfSettings } from "./subject";

/**
 * Whether the person may make, and so preview, such a publication of the plan.
 * @throws Refusal `notFound`, `notAllowed`; InvalidFields where a choice doesn't fit the plan
 */
export async function mustMakePublication(actor: Actor, plan: string, settings: PublicationSettings): Promise<Subject> {
  const subject = await subjectOfSettings(plan, settings);
  // Whoever may make none at all hears nothing about the plan's units.
  if (!subject || !(await publicationScope(actor, plan))?.units.length) throw new Refusal("notFound");
  const { planId, unit, problems } = subject;
  if (!unit || !mayBeAbout(settings.kind, unit)) throw new InvalidFields([{ field: "unit", key: "choiceMissing" }]);
  mustMakeSuchPublication(actor, settings.isInternal, { planId, unit });
  if (problems.length > 0) throw new InvalidFields(problems.map((field) => ({ field, key: "choiceMissing" })));
  return { planId, unit, periodId: subject.periodId! };
}
