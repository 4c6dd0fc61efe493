import "server-only";
import { cache } from "react";
import { currentDatabase } from "@/lib/server/db/client";
import { defaultPlanOnly } from "@/lib/server/db/default-plan";
import { isPresentEdition } from "@/lib/server/framework/edition";
import { frameworkOf } from "@/lib/server/framework/plan-framework";

interface PlanRow {
  id: number;
  code: string;
  isReference: boolean;
  isDemonstration: boolean;
  smallCountThreshold: number;
  resultsVersion: number;
}

export interface PlanHeadView extends Omit<PlanRow, "resultsVersion"> {
  title: string;
  subtitle: string;
}

const isReferenceNow = `SELECT e.is_reference FROM framework_edition e
  WHERE e.plan_id = plan.id AND ${isPresentEdition.sql}`;
const COLUMNS = `id, code, (${isReferenceNow}) AS "isReference", is_demonstration AS "isDemonstration",
  small_count_threshold AS "smallCountThreshold", results_version AS "resultsVersion"`;

/** One row, straight from the pool: every signed-in page asks it. */
async function planRow(code: string | null): Promise<PlanRow | undefined> {
  const { pool } = await currentDatabase();
  const { rows } = await pool.query<PlanRow>(
    code === null
      ? { name: "default_plan_head", text: `SELECT ${COLUMNS} FROM plan ${defaultPlanOnly}` }
      : { name: "plan_head", text: `SELECT ${COLUMNS} FROM plan WHERE code = $1`, values: [code] },
  );
  return rows[0];
}

/**
 * What every page says of its plan, in the reader's language where it was translated.
 * The default plan for null, as at the addresses that have none; null for a plan that there isn't.
 */
export const planHead = cache(async (code: string | null, locale: string): Promise<PlanHeadView | null> => {
  const plan = await planRow(code);
  if (plan === undefined) return null;
  const { title, subtitle } = await frameworkOf(plan, locale);
  const { resultsVersion: _, ...head } = plan;
  return { ...head, title: title || plan.code, subtitle };
});
