import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { wakeJobs } from "@/lib/server/jobs/running";
import { enqueueAgain } from "@/lib/server/publications/enqueue-publication";
import { mustLocatePublication } from "@/lib/server/publications/publication-row";
import { transaction } from "@/lib/server/transaction";

/**
 * Makes a publication once more from what it was made of: the same version gives the same bytes. One that never came so
 * far is made from the present version.
 * @throws Refusal `notFound`, `changedMeanwhile` where it is being made already
 */
export async function makePublicationAgain(actor: Actor, plan: string, id: number, now: Date): Promise<void> {
  const located = await mustLocatePublication(actor, plan, id);
  await transaction((tx) => enqueueAgain(tx, actor, { ...located, plan, isReadAnew: false }, now));
  wakeJobs();
}
