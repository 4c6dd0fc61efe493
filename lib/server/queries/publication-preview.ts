import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationSettings } from "@/lib/domain/publication";
import { packContent } from "@/lib/publication/content";
import { mustMakePublication } from "@/lib/server/commands/request-publication";
import { readContent } from "@/lib/server/publications/read-content";
import { renderFile } from "@/lib/server/publications/render";

/**
 * The web page of a publication as it would be made now, which is kept nowhere.
 * @param stop when nobody waits for it any more
 * @throws Refusal `notFound`, `notAllowed`; InvalidFields where a choice doesn't fit the plan
 */
export async function publicationPreview(
  actor: Actor,
  plan: string,
  settings: PublicationSettings,
  stop?: AbortSignal,
): Promise<string> {
  await mustMakePublication(actor, plan, settings);
  const { version: _, ...content } = await readContent(plan, settings);
  const bytes = await renderFile(await packContent(content), "html", stop);
  return new TextDecoder().decode(bytes);
}
