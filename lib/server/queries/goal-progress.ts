import "server-only";
import type { GoalView } from "@/lib/charts/goal-view";
import { publishedActivities } from "@/lib/server/published/activities";
import { publishedFramework } from "@/lib/server/published/framework";
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
  if (!regional || !plan) return null;
  const { nodes, lineage } = await publishedFramework(plan.id, locale);
  const goal = nodes.find((node) => node.kind === "goal" && node.code === code);
  if (!goal) return null;
  const pillar = lineage(goal.id)[0]!;
  const under = (id: number) => nodes.filter(({ parentId }) => parentId === id);
  const outputs = under(goal.id).flatMap((outcome) => under(outcome.id));
  const activities = await publishedActivities(
    outputs.map(({ id }) => id),
    locale,
  );
  return {
    regional: { ...regional, rows: regional.rows.filter((row) => row.goal === code) },
    code,
    title: goal.title,
    description: goal.description,
    pillar: { code: pillar.code, title: pillar.title },
    outcomes: under(goal.id).map((outcome) => ({
      code: outcome.code,
      title: outcome.title,
      description: outcome.description,
      outputs: under(outcome.id).map(({ id, code: output, title }) => ({
        ...{ code: output, title },
        activities: activities.get(id) ?? [],
      })),
    })),
  };
}
