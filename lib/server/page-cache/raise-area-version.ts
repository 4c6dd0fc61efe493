import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/**
 * Makes public pages of an area anew, at their next request: its content has changed. Call it in the transaction of the
 * change, last, for the row stays locked until that ends.
 * @param planId null for an area of no plan
 */
export async function raiseAreaVersion(
  tx: Pick<Transaction, "$executeRaw">,
  planId: number | null,
  area: string,
): Promise<void> {
  await tx.$executeRaw`INSERT INTO area_version (plan_id, area, version) VALUES (${planId}, ${area}, 2)
    ON CONFLICT (plan_id, area) DO UPDATE SET version = area_version.version + 1`;
}
