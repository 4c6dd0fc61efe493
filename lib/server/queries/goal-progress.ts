import "server-only";
import { spokenLocale } from "@/lib/i18n/routing";
import { goalView } from "@/lib/server/results/read/goal-view";
import { publishedPlan } from "@/lib/server/results/read/plan";
import type { GoalView } from "@/lib/views/goal-view";
import { regionalProgress } from "./regional-progress";

/** One goal in a period, or in the latest with results; null where there is no such plan, goal or period. */
export async function goalProgress(
  planCode: string,
  code: string,
  periodCode: string | null,
  locale: string,
): Promise<GoalView | null> {
  const regional = await regionalProgress(planCode, periodCode, locale);
  const plan = regional && (await publishedPlan(planCode, spokenLocale(locale)));
  return regional && plan && goalView(plan.id, regional, code, spokenLocale(locale));
}
