import "server-only";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import type { FormerNode } from "@/lib/views/commitments/former-node";
import { inLocale, textsFor } from "./locale-text";

/** Nodes by the words of the last edition that had them, in the order of their codes. */
export async function formerNodes(
  client: Pick<PrismaClient, "editionNode">,
  nodeIds: readonly number[],
  language: string,
): Promise<FormerNode[]> {
  if (nodeIds.length === 0) return [];
  const rows = await client.editionNode.findMany({
    where: { nodeId: { in: [...nodeIds] }, edition: { fromVersion: { not: null } } },
    orderBy: { edition: { number: "desc" } },
    distinct: "nodeId",
    select: {
      ...{ nodeId: true, code: true },
      texts: { where: textsFor(language), select: { locale: true, title: true } },
    },
  });
  return rows
    .map(({ nodeId, code, texts }) => ({ id: nodeId, code, title: inLocale(texts, language)?.title ?? code }))
    .sort((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }));
}

/** What of them the rows of a form are about, each row for itself. */
export async function formerNodesOf(
  client: Pick<PrismaClient, "editionNode">,
  rows: readonly (readonly number[])[],
  named: { has(nodeId: number): boolean },
  language: string,
): Promise<FormerNode[][]> {
  const gone = rows.map((nodeIds) => nodeIds.filter((nodeId) => !named.has(nodeId)));
  const found = await formerNodes(client, [...new Set(gone.flat())], language);
  return gone.map((nodeIds) => found.filter(({ id }) => nodeIds.includes(id)));
}
