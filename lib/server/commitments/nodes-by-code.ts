import "server-only";
import { formerNodesField } from "@/lib/schemas/commitments/meeting-fields";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";

/** A row of a form: codes, and the nodes that it is about besides, although the framework doesn't have them any more. */
interface Row {
  nodes: readonly string[];
  formerNodes?: readonly number[];
  /** The field of the codes: `nodes`, or `nodes_3`. */
  field: string;
}

/**
 * The ids of the goals, outcomes and outputs that each row of a form is about. What the framework doesn't have any more stays
 * where it stood before.
 * @param before the nodes that all of it is about so far
 * @param message says which codes the framework doesn't have
 * @throws InvalidFields
 */
export async function nodesOfRows<R extends Row>(
  tx: Transaction,
  planId: number,
  { rows, before }: { rows: readonly R[]; before: readonly number[] },
  message: "meetingNodeUnknown" | "platformNodeUnknown",
): Promise<ReadonlyMap<R, number[]>> {
  const found = await tx.editionNode.findMany({
    where: {
      edition: { planId, ...presentEdition },
      code: { in: rows.flatMap(({ nodes }) => nodes) },
      node: { kind: { in: ["goal", "outcome", "output"] } },
    },
    select: { nodeId: true, code: true },
  });
  const ids = new Map(found.map(({ code, nodeId }) => [code, nodeId]));
  const problems = rows.flatMap(({ nodes, formerNodes = [], field }) => {
    const unknown = nodes.filter((code) => !ids.has(code));
    return [
      ...(unknown.length === 0 ? [] : [{ field, key: message, args: { codes: unknown.join(", ") } }]),
      ...(formerNodes.every((nodeId) => before.includes(nodeId))
        ? []
        : [{ field: formerNodesField(field), key: "choiceMissing" }]),
    ];
  });
  if (problems.length > 0) throw new InvalidFields(problems);
  return new Map(
    rows.map((row) => {
      const coded = row.nodes.map((code) => ids.get(code)!);
      return [row, [...new Set([...coded, ...(row.formerNodes ?? [])])]];
    }),
  );
}
