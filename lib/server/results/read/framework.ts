import "server-only";
import { db } from "@/lib/server/db/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import type { GoalName, PillarName } from "@/lib/views/results-plan";

interface PublishedNode {
  id: number;
  code: string;
  kind: "pillar" | "goal" | "outcome" | "output";
  parentId: number | null;
  title: string;
  description: string;
}

export interface PublishedFramework {
  /** Every node but activities, parents before children, in the framework's order. */
  nodes: PublishedNode[];
  pillars: PillarName[];
  goals: GoalName[];
  /** The nodes above a node and itself, the pillar first. */
  lineage: (nodeId: number) => PublishedNode[];
}

/** The tree of an edition in its words. */
export async function publishedFramework(editionId: number, locale: string): Promise<PublishedFramework> {
  const client = await db();
  const rows = await client.editionNode.findMany({
    where: { editionId, node: { kind: { in: ["pillar", "goal", "outcome", "output"] } } },
    orderBy: [{ position: "asc" }, { nodeId: "asc" }],
    select: {
      nodeId: true,
      code: true,
      parentId: true,
      node: { select: { kind: true } },
      texts: { where: textsFor(locale), select: { locale: true, title: true, description: true } },
    },
  });
  const nodes = rows.flatMap(({ nodeId: id, texts, node: { kind }, ...row }): PublishedNode[] => {
    const text = inLocale(texts, locale);
    if (kind === "activity") return [];
    return [{ id, ...row, kind, title: text?.title ?? row.code, description: text?.description ?? "" }];
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lineage = (nodeId: number): PublishedNode[] => {
    const node = byId.get(nodeId);
    if (!node) return [];
    return [...(node.parentId === null ? [] : lineage(node.parentId)), node];
  };
  const pillars = nodes.filter(({ kind }) => kind === "pillar");
  return {
    nodes,
    pillars,
    // A node's position counts among its siblings, so that goals come pillar by pillar.
    goals: pillars.flatMap((pillar) =>
      nodes.filter(({ parentId }) => parentId === pillar.id).map((goal) => ({ ...goal, pillar: pillar.code })),
    ),
    lineage,
  };
}
