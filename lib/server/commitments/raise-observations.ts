import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { raiseAreaVersion } from "@/lib/server/page-cache/raise-area-version";

/** Makes the public pages about observations of a plan, and its feed, anew, where an observation that changes is one that they can show. */
export async function raiseObservations(
  tx: Pick<Transaction, "$executeRaw">,
  { planId, visibility }: { planId: number; visibility: string },
): Promise<void> {
  if (visibility !== "public") return;
  // Always in this order: each row stays locked until the transaction ends.
  for (const area of ["observations", "feed.xml"]) await raiseAreaVersion(tx, planId, area);
}
