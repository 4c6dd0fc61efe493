import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/**
 * Sets a plan's threshold of small counts from a results version on, which has been raised already. What gave way is kept: it
 * bounds what was told under it.
 */
export async function writeThreshold(
  tx: Transaction,
  planId: number,
  { before, threshold, resultsVersion }: { before: number; threshold: number; resultsVersion: number },
) {
  await tx.formerThreshold.create({ data: { planId, until: resultsVersion - 1, threshold: before } });
  await tx.plan.update({ where: { id: planId }, data: { smallCountThreshold: threshold }, select: { id: true } });
}
