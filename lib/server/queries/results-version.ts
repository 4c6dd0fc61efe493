import "server-only";
import { currentDatabase } from "@/lib/server/db/client";
import { defaultPlanOnly } from "@/lib/server/db/default-plan";

interface PlanVersion {
  id: number;
  code: string;
  version: number;
}

/** The read of each plan that is under way, and the one that follows it. */
const underWay = new Map<string | null, Promise<PlanVersion | null>>();
const following = new Map<string | null, Promise<PlanVersion | null>>();

/**
 * The present results version of a plan; of the default plan for null; null for a plan that there isn't.
 * Asked at every public request. Requests that come while a read is under way share the one that follows it: never the
 * one under way, which may have begun before the approval that they must see.
 */
export function resultsVersion(plan: string | null): Promise<PlanVersion | null> {
  const present = underWay.get(plan);
  if (!present) return begin(plan);
  const shared =
    following.get(plan) ??
    present
      .catch(() => null)
      .then(() => {
        following.delete(plan);
        return begin(plan);
      });
  following.set(plan, shared);
  return shared;
}

function begin(plan: string | null): Promise<PlanVersion | null> {
  const read = ask(plan).finally(() => {
    if (underWay.get(plan) === read) underWay.delete(plan);
  });
  underWay.set(plan, read);
  return read;
}

/** One row by a unique index, straight from the pool. */
async function ask(plan: string | null): Promise<PlanVersion | null> {
  const { pool } = await currentDatabase();
  const { rows } = await pool.query<PlanVersion>(
    plan === null
      ? {
          name: "default_plan",
          text: `SELECT id, code, results_version AS version FROM plan ${defaultPlanOnly}`,
        }
      : {
          name: "plan_version",
          text: "SELECT id, code, results_version AS version FROM plan WHERE code = $1",
          values: [plan],
        },
  );
  return rows[0] ?? null;
}
