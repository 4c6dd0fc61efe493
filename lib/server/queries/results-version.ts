import "server-only";
import { currentDatabase } from "@/lib/server/db/client";
import { defaultPlanOnly } from "@/lib/server/db/default-plan";
import { SITE_TIME_ZONE, withoutTimeZone } from "@/lib/server/site/time-zone";
import { readAnew } from "./read-anew";

interface PlanVersion {
  id: number;
  code: string;
  version: number;
}

/**
 * The present results version of a plan; of the default plan for null; null for a plan that there isn't.
 * Asked at every public request.
 */
export const resultsVersion = (plan: string | null): Promise<PlanVersion | null> =>
  readAnew(JSON.stringify(["results", plan]), () => ask(plan));

/** One row by a unique index, straight from the pool. */
async function ask(plan: string | null): Promise<PlanVersion | null> {
  const { pool } = await currentDatabase();
  const { rows } = await pool.query<PlanVersion & { timeZone: string | null }>(
    plan === null
      ? {
          name: "default_plan",
          text: `SELECT id, code, results_version AS version, ${SITE_TIME_ZONE} FROM plan ${defaultPlanOnly}`,
        }
      : {
          name: "plan_version",
          text: `SELECT id, code, results_version AS version, ${SITE_TIME_ZONE} FROM plan WHERE code = $1`,
          values: [plan],
        },
  );
  return rows[0] ? withoutTimeZone(rows[0]) : null;
}
