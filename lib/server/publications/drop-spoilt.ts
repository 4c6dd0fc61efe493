import "server-only";
import { isUnderWay, type PublicationState } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import { raiseAreas } from "@/lib/server/page-cache/raise-areas";
import { transaction } from "@/lib/server/transaction";
import { areasOfFiles, dropPublications } from "./drop-publications";
import { hasErased } from "./holding-taken-down";

interface Row {
  id: number;
  state: PublicationState;
  planId: number;
  plan: string;
}

/**
 * Takes publications away that have words which were taken down for safety since they were read: nobody may read their files, and
 * the words are to be nowhere. What is under way is read anew by whoever makes it.
 */
export async function dropSpoilt(): Promise<void> {
  const rows = await (await db()).$queryRaw<Row[]>`
    SELECT p.id, p.state::text AS state, p.plan_id AS "planId", pl.code AS plan FROM publication p JOIN plan pl ON pl.id = p.plan_id
    WHERE ${hasErased} ORDER BY p.id`;
  for (const { id, state, planId, plan } of rows)
    if (!isUnderWay(state))
      await transaction(async (tx) => {
        await dropPublications(tx, null, plan, { id, state });
        await raiseAreas(tx, planId, areasOfFiles);
      });
}
