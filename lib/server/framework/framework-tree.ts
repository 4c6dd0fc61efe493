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
  /** The code of each goal, by its node. */
  goalCodes: ReadonlyMap<number, string>;
  /** Goals, outcomes and outputs by their words, by node. */
  named: ReadonlyMap<number, NamedNode>;
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
    goalCodes: new Map(nodes.filter(({ kind }) => kind === "goal").map(({ id, code }) => [id, code])),
    named: new Map(
      nodes
        .filter(({ kind }) => kind !== "pillar")
        .map((node) => [
          node.id,
          { code: node.code, title: textOf(node)?.title ?? node.code, isGoal: node.kind === "goal" },
        ]),
    ),
    goalOf: (nodeId) => {
      for (let node = byId.get(nodeId); node; node = node.parentId === null ? undefined : byId.get(node.parentId))
        if (node.kind === "goal") return node.code;
      // No framework has such a node.
      throw new RangeError(`node ${nodeId} stands under no goal`);
    },
  };
}
