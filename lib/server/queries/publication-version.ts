import "server-only";
import { currentDatabase } from "@/lib/server/db/client";

/**
 * The present publication version of a plan; of the first plan for null; null for a plan that there isn't.
 * Asked at every public request, so it goes straight to the pool: one row by a unique index.
 */
export async function publicationVersion(plan: string | null): Promise<{ code: string; version: number } | null> {
  const { pool } = await currentDatabase();
  const { rows } = await pool.query<{ code: string; version: number }>(
    plan === null
      ? { name: "first_plan", text: "SELECT code, publication_version AS version FROM plan ORDER BY id LIMIT 1" }
      : {
          name: "plan_version",
          text: "SELECT code, publication_version AS version FROM plan WHERE code = $1",
          values: [plan],
        },
  );
  return rows[0] ?? null;
}
