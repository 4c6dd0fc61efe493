import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationSettings } from "@/lib/domain/publication";
import { wakeJobs } from "@/lib/server/jobs/running";
import { enqueuePublication } from "@/lib/server/publications/enqueue-publication";
import { mustMakePublication } from "@/lib/server/publications/must-make-publication";
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
  const created = await transaction((tx) => enqueuePublication(tx, actor, { plan, ...subject }, settings, now));
  wakeJobs();
  return created;
}
