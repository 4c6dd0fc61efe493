import "server-only";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";

/**
 * The countries that a recommendation addresses: those named, or all of the plan.
 * @throws InvalidFields for one that the plan doesn't have
 */
export async function unitsRecommendedTo(tx: Transaction, planId: number, codes: readonly string[]): Promise<number[]> {
  const rows = await tx.reportingUnit.findMany({
    where: { planId, level: "country", ...(codes.length > 0 && { code: { in: [...codes] } }) },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  if (rows.length === 0 || (codes.length > 0 && rows.length < new Set(codes).size))
    throw new InvalidFields([{ field: "units", key: "choiceMissing" }]);
  return rows.map(({ id }) => id);
}

/** The goal or output that it is about. @throws InvalidFields for a code that the framework doesn't have */
export async function recommendedNode(tx: Transaction, planId: number, code: string): Promise<number> {
  const node = await tx.editionNode.findFirst({
    where: { edition: { planId, ...presentEdition }, code, node: { kind: { in: ["goal", "output"] } } },
    select: { nodeId: true },
  });
  if (!node) throw new InvalidFields([{ field: "node", key: "choiceMissing" }]);
  return node.nodeId;
}
