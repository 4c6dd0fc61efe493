import "server-only";
import type { GoalView } from "@/lib/charts/goal-view";
import { goalView } from "@/lib/server/published/goal-view";
import { publishedPlan } from "@/lib/server/published/plan";
import { regionalProgress } from "./regional-progress";

/** One goal in a period, or in the latest with results; null where there is no such plan, goal or period. */
export async function goalProgress(
  planCode: string,
  code: string,
  periodCode: string | null,
  locale: string,
): Promise<GoalView | null> {
  const regional = await regionalProgress(planCode, periodCode, locale);
  const plan = regional && (await publishedPlan(planCode, locale));
  return regional && plan && goalView(plan.id, regional, code, locale);
}
