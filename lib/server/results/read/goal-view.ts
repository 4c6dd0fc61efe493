import "server-only";
import { type PriorityOfPlan, prioritiesAmong } from "@/lib/server/commitments/priorities";
import type { GoalView } from "@/lib/views/goal-view";
import type { RegionalView } from "@/lib/views/regional-view";
import { publishedActivities } from "./activities";
import { publishedFramework } from "./framework";
import type { PublishedPlan } from "./plan";

/**
 * One goal in the period of the region's view; null for a goal that isn't the plan's.
 * @param of of all goals: the region's view, and the plan's priorities
 */
export async function goalView(
  { edition }: Pick<PublishedPlan, "edition">,
  { regional, priorities }: { regional: RegionalView; priorities: readonly PriorityOfPlan[] },
  code: string,
  locale: string,
): Promise<GoalView | null> {
  const { nodes, lineage } = await publishedFramework(edition.id, locale);
  const goal = nodes.find((node) => node.kind === "goal" && node.code === code);
  if (!goal) return null;
  const pillar = lineage(goal.id)[0]!;
  const under = (id: number) => nodes.filter(({ parentId }) => parentId === id);
  const outcomes = under(goal.id);
  const outputs = outcomes.flatMap((outcome) => under(outcome.id));
  const activities = await publishedActivities(
    edition.id,
    outputs.map(({ id }) => id),
    locale,
  );
  return {
    regional: { ...regional, rows: regional.rows.filter((row) => row.goal === code) },
    code,
    title: goal.title,
    description: goal.description,
    pillar: { code: pillar.code, title: pillar.title },
    priorities: prioritiesAmong(
      priorities,
      new Map([goal, ...outcomes, ...outputs].map((node) => [node.id, node.code])),
    ),
    outcomes: outcomes.map((outcome) => ({
      code: outcome.code,
      title: outcome.title,
      description: outcome.description,
      outputs: under(outcome.id).map(({ id, code: output, title }) => ({
        code: output,
        title,
        activities: activities.get(id) ?? [],
      })),
    })),
  };
}
