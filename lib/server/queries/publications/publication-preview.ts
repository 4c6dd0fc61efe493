import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PreviewStep, PublicationSettings } from "@/lib/domain/publication";
import { mustMakePublication } from "@/lib/server/publications/must-make-publication";
import { type PreviewAnswer, previewOf } from "@/lib/server/publications/previews";

/** A preview that is there by then is shown at once; else a page says what is being done. */
const AT_FIRST_MS = 800;

/** How long that page waits for the next step before it asks again. */
const BETWEEN_MS = 8_000;

/**
 * The web page of a publication as it would be made now, or how far it is.
 * @param seen the step that the person read of last; null the first time
 * @param gone when nobody waits for the answer any more
 * @throws Refusal `notFound`, `notAllowed`; InvalidFields where a choice doesn't fit the plan
 */
export async function publicationPreview(
  actor: Actor,
  plan: string,
  settings: PublicationSettings,
  seen: PreviewStep | null,
  gone: AbortSignal,
): Promise<PreviewAnswer> {
  await mustMakePublication(actor, plan, settings);
  return previewOf({ plan, settings, by: actor.id }, seen, seen === null ? AT_FIRST_MS : BETWEEN_MS, gone);
}
