import "server-only";
import { currentDatabase } from "@/lib/server/db/client";
import { SITE_TIME_ZONE, withoutTimeZone } from "@/lib/server/site/time-zone";
import { readAnew } from "./read-anew";
import { resultsVersion } from "./results-version";

/**
 * The version under which a public place stands now: of a plan's results; of an area of a plan with that of the plan's
 * results, whose words it uses; or of an area alone. Null for a plan that there isn't.
 */
export async function publicVersion({
  plan,
  area,
}: {
  plan: string | null;
  area: string | null;
}): Promise<string | null> {
  if (area === null) {
    const found = await resultsVersion(plan);
    return found && String(found.version);
  }
  const version = await readAnew(JSON.stringify(["area", plan, area]), async () => {
    const { pool } = await currentDatabase();
    const { rows } = await pool.query<{ version: string; timeZone: string | null }>(
      plan === null ? ofNoPlan(area) : ofPlan(plan, area),
    );
    return rows[0] ? withoutTimeZone(rows[0]).version : null;
  });
  return version;
}

const ofNoPlan = (area: string) => ({
  name: "area_version",
  text: `SELECT coalesce(max(version), 1)::text AS version, ${SITE_TIME_ZONE} FROM area_version WHERE plan_id IS NULL AND area = $1`,
  values: [area],
});

const ofPlan = (plan: string, area: string) => ({
  name: "plan_area_version",
  text: `SELECT p.results_version || '-' || coalesce(a.version, 1) AS version, ${SITE_TIME_ZONE}
    FROM plan p LEFT JOIN area_version a ON a.plan_id = p.id AND a.area = $2 WHERE p.code = $1`,
  values: [plan, area],
});
