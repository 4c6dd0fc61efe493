import "server-only";
import { db } from "@/lib/server/db/client";

/** The codes of a plan's periods for which something is approved in a results version. */
export async function periodsWithResults(planId: number, version: number): Promise<Set<string>> {
  // One look-up a period, whatever the number of results: ordered and limited, it is one by the index.
  const rows = await (await db()).$queryRaw<{ code: string }[]>`
    SELECT p.code FROM reporting_period p
      JOIN LATERAL (
        SELECT FROM result r WHERE r.plan_id = p.plan_id AND r.period_id = p.id
          AND r.from_version <= ${version} AND (r.until_version IS NULL OR r.until_version >= ${version})
        ORDER BY r.cell_id LIMIT 1
      ) first ON true
    WHERE p.plan_id = ${planId}`;
  return new Set(rows.map(({ code }) => code));
}
