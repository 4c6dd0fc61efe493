import "server-only";
import { type PriorityOfPlan, prioritiesAmong } from "@/lib/server/commitments/priorities";
import { db } from "@/lib/server/db/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import type { GoalView } from "@/lib/views/goal-view";
import type { RegionalView } from "@/lib/views/regional-view";
import { publishedFramework } from "./framework";
import type { PublishedPlan } from "./plan";

/** Titles of an edition's indicative activities under each of these outputs, by the output's id, in the framework's order. */
async function publishedActivities(
  editionId: number,
  outputIds: readonly number[],
  locale: string,
): Promise<ReadonlyMap<number, string[]>> {
  const client = await db();
  const rows = await client.editionNode.findMany({
    where: { editionId, node: { kind: "activity" }, parentId: { in: [...outputIds] } },
    orderBy: [{ position: "asc" }, { nodeId: "asc" }],
    select: {
      code: true,
      parentId: true,
      texts: { where: textsFor(locale), select: { locale: true, title: true } },
    },
  });
  const titles = new Map<number, string[]>();
  for (const { code, parentId, texts } of rows) {
    const title = inLocale(texts, locale)?.title ?? code;
    titles.set(parentId!, [...(titles.get(parentId!) ?? []), title]);
  }
  return titles;
}

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
