import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { inLocale, textsFor } from "./locale-text";

export interface GoalOfPlan {
  code: string;
  pillar: string;
  title: string;
  shortTitle: string;
}

/** The framework above its indicators, in its latest words. */
export interface FrameworkTree {
  pillars: readonly { id: number; code: string; title: string }[];
  /** Pillar by pillar: a node's position counts among its siblings. */
  goals: readonly GoalOfPlan[];
  /** The code of the goal under which a node stands. */
  goalOf: (nodeId: number) => string;
}

export async function frameworkTree(
  client: Pick<Transaction, "frameworkNode">,
  planId: number,
  language: string,
): Promise<FrameworkTree> {
  const nodes = await client.frameworkNode.findMany({
    where: { planId, kind: { not: "activity" } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      kind: true,
      parentId: true,
      versions: {
        orderBy: { version: "desc" },
        take: 1,
        select: { texts: { where: textsFor(language), select: { locale: true, title: true, shortTitle: true } } },
      },
    },
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const textOf = ({ versions }: (typeof nodes)[number]) => inLocale(versions[0]?.texts ?? [], language);
  const pillars = nodes.filter(({ kind }) => kind === "pillar");
  return {
    pillars: pillars.map((node) => ({ id: node.id, code: node.code, title: textOf(node)?.title ?? node.code })),
    goals: pillars.flatMap((pillar) =>
      nodes
        .filter(({ kind, parentId }) => kind === "goal" && parentId === pillar.id)
        .map((goal): GoalOfPlan => {
          const text = textOf(goal);
          return { code: goal.code, pillar: pillar.code, title: text?.title ?? "", shortTitle: text?.shortTitle ?? "" };
        }),
    ),
    goalOf: (nodeId) => {
      for (let node = byId.get(nodeId); node; node = node.parentId === null ? undefined : byId.get(node.parentId))
        if (node.kind === "goal") return node.code;
      // No framework has such a node.
      throw new RangeError(`node ${nodeId} stands under no goal`);
    },
  };
}
