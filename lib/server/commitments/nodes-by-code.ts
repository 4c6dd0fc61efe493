import "server-only";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";

/**
 * The ids of the goals, outcomes and outputs that rows of a form are about, by code.
 * @param message says which codes the framework doesn't have
 * @throws InvalidFields
 */
export async function nodesByCode(
  tx: Transaction,
  planId: number,
  rows: readonly { nodes: readonly string[]; field: string }[],
  message: "meetingNodeUnknown" | "platformNodeUnknown",
): Promise<ReadonlyMap<string, number>> {
  const found = await tx.editionNode.findMany({
    where: {
      edition: { planId, ...presentEdition },
      code: { in: rows.flatMap(({ nodes }) => nodes) },
      node: { kind: { in: ["goal", "outcome", "output"] } },
    },
    select: { nodeId: true, code: true },
  });
  const nodes = new Map(found.map(({ code, nodeId }) => [code, nodeId]));
  const problems = rows.flatMap(({ nodes: codes, field }) => {
    const unknown = codes.filter((code) => !nodes.has(code));
    return unknown.length === 0 ? [] : [{ field, key: message, args: { codes: unknown.join(", ") } }];
  });
  if (problems.length > 0) throw new InvalidFields(problems);
  return nodes;
}
