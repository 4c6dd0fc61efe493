import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationSettings } from "@/lib/domain/publication";
import { mustMakePublication } from "@/lib/server/publications/must-make-publication";
import { stopPreview } from "@/lib/server/publications/previews";

/**
 * Ends the making of the person's own preview.
 * @throws Refusal `notFound`, `notAllowed`; InvalidFields where a choice doesn't fit the plan
 */
export async function stopPublicationPreview(actor: Actor, plan: string, settings: PublicationSettings): Promise<void> {
  await mustMakePublication(actor, plan, settings);
  await stopPreview({ plan, settings, by: actor.id });
}
