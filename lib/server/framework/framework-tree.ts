import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { inLocale, textsFor } from "./locale-text";

export interface GoalOfPlan {
  code: string;
  pillar: string;
  title: string;
  shortTitle: string;
}

export interface NamedNode {
  code: string;
  title: string;
  isGoal: boolean;
}

/** The framework above its indicators, in its latest words. */
export interface FrameworkTree {
  pillars: readonly { id: number; code: string; title: string }[];
  /** Pillar by pillar: a node's position counts among its siblings. */
  goals: readonly GoalOfPlan[];
  /** Goals, outcomes and outputs by their words, by node. */
  named: ReadonlyMap<number, NamedNode>;
  /** The codes of a goal, an outcome or an output and of what it stands under, up to its goal. */
  pathOf: (nodeId: number) => string[];
  /** The code of the goal under which a node stands. */
  goalOf: (nodeId: number) => string;
}

export async function frameworkTree(
  client: Pick<Transaction, "editionNode">,
  edition: Prisma.FrameworkEditionWhereInput,
  language: string,
): Promise<FrameworkTree> {
  const rows = await client.editionNode.findMany({
    where: { edition, node: { kind: { not: "activity" } } },
    orderBy: { position: "asc" },
    select: {
      nodeId: true,
      code: true,
      parentId: true,
      node: { select: { kind: true } },
      texts: { where: textsFor(language), select: { locale: true, title: true, shortTitle: true } },
    },
  });
  const nodes = rows.map(({ nodeId: id, node, ...row }) => ({ id, ...row, ...node }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const textOf = ({ texts }: (typeof nodes)[number]) => inLocale(texts, language);
  const pillars = nodes.filter(({ kind }) => kind === "pillar");
  const pathOf = (nodeId: number): string[] => {
    const path: string[] = [];
    for (let node = byId.get(nodeId); node; node = node.parentId === null ? undefined : byId.get(node.parentId)) {
      path.push(node.code);
      if (node.kind === "goal") return path;
    }
    // No framework has such a node.
    throw new RangeError(`node ${nodeId} stands under no goal`);
  };
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
    named: new Map(
      nodes
        .filter(({ kind }) => kind !== "pillar")
        .map((node) => [
          node.id,
          { code: node.code, title: textOf(node)?.title ?? node.code, isGoal: node.kind === "goal" },
        ]),
    ),
    pathOf,
    goalOf: (nodeId) => pathOf(nodeId).at(-1)!,
  };
}
