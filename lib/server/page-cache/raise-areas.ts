import "server-only";
import { areas } from "@/lib/domain/areas";
import type { Transaction } from "@/lib/server/db/client";
import { raiseAreaVersion } from "./raise-area-version";

/**
 * Makes public pages of several areas of a plan anew, always in the one order of `areas`: each row stays locked until the
 * transaction ends, and two that took them in different orders would wait for each other.
 */
export async function raiseAreas(
  tx: Pick<Transaction, "$executeRaw">,
  planId: number,
  which: Iterable<string>,
): Promise<void> {
  const wanted = new Set(which);
  for (const area of areas.ofPlan) if (wanted.has(area)) await raiseAreaVersion(tx, planId, area);
}
