import "server-only";
import { db } from "@/lib/server/db/client";
import type { PublishedPlan } from "./plan";

/** How many values are public now in places of which the release has nothing. */
export async function newsSince({
  id,
  version,
  present: { version: present, editionId },
}: PublishedPlan): Promise<number> {
  const [row] = await (await db()).$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM result r JOIN indicator_version v ON v.id = r.indicator_version_id
    WHERE r.plan_id = ${id} AND r.from_version > ${version} AND r.from_version <= ${present}
      AND (r.until_version IS NULL OR r.until_version >= ${present}) AND r.disclosure_state <> 'missing'
      AND EXISTS (
        SELECT FROM edition_definition d WHERE d.edition_id = ${editionId} AND d.indicator_version_id = r.indicator_version_id)
      AND NOT EXISTS (
        SELECT FROM result e JOIN indicator_version w ON w.id = e.indicator_version_id
        WHERE e.period_id = r.period_id AND e.unit_id = r.unit_id AND e.cell_id = r.cell_id
          AND w.indicator_id = v.indicator_id
          AND e.from_version <= ${version} AND (e.until_version IS NULL OR e.until_version >= ${version}))`;
  return row.count;
}
