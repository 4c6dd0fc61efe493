import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { AddressedKind } from "@/lib/server/db/generated/client";

/** The next number of that kind in a plan. Nobody else takes one until the transaction ends. */
export async function nextNumber(tx: Transaction, planId: number, kind: AddressedKind): Promise<number> {
  await tx.$queryRaw`SELECT FROM plan WHERE id = ${planId} FOR NO KEY UPDATE`;
  const { _max } = await tx.addressedText.aggregate({ where: { planId, kind }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
