import "server-only";
import { isUnderWay } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { dropPublications } from "./drop-publications";
import { hasErased } from "./holding-taken-down";

/**
 * Takes publications away that have words which were taken down for safety since they were read: nobody may read their files, and
 * the words are to be nowhere. What is under way is read anew by whoever makes it.
 */
export async function dropSpoilt(): Promise<void> {
  const rows = await (await db()).$queryRaw<{ id: number; state: Parameters<typeof isUnderWay>[0]; plan: string }[]>`
    SELECT p.id, p.state::text AS state, pl.code AS plan FROM publication p JOIN plan pl ON pl.id = p.plan_id
    WHERE ${hasErased} ORDER BY p.id`;
  for (const { id, state, plan } of rows)
    if (!isUnderWay(state)) await transaction((tx) => dropPublications(tx, null, plan, { id, state }));
}
