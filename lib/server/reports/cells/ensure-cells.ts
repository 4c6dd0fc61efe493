import "server-only";
import { type CellKey, parseCellKey } from "@/lib/domain/framework/disaggregation";
import type { Transaction } from "@/lib/server/db/client";

/**
 * The ids of cells, whose rows are made when they are first needed. Two who need the same one at once get the same.
 * Ask `admitsCell` first.
 * @throws RangeError for a key whose categories the plan doesn't have
 */
export async function ensureCells(
  tx: Pick<Transaction, "cell" | "cellCategory" | "category">,
  planId: number,
  keys: Iterable<CellKey>,
): Promise<Map<CellKey, number>> {
  const wanted = [...new Set(keys)];
  const ids = await idsOf(tx, planId, wanted);
  const absent = wanted.filter((key) => !ids.has(key));
  if (absent.length === 0) return ids;
  const rows = await categoryRows(tx, planId, absent);
  const added = await tx.cell.createManyAndReturn({
    // In one order, so that two who add the same cells wait for each other and never both.
    data: [...absent].sort().map((key) => ({ planId, key })),
    skipDuplicates: true,
    select: { id: true, key: true },
  });
  await tx.cellCategory.createMany({
    data: added.flatMap(({ id, key }) => rows.get(key)!.map((row) => ({ cellId: id, ...row }))),
  });
  // Whoever was faster has committed by now, or the insert would still wait.
  return idsOf(tx, planId, wanted);
}

async function idsOf(tx: Pick<Transaction, "cell">, planId: number, keys: CellKey[]): Promise<Map<CellKey, number>> {
  const rows = await tx.cell.findMany({ where: { planId, key: { in: keys } }, select: { id: true, key: true } });
  return new Map(rows.map(({ id, key }) => [key, id]));
}

async function categoryRows(tx: Pick<Transaction, "category">, planId: number, keys: CellKey[]) {
  const categories = await tx.category.findMany({
    where: { dimension: { planId } },
    select: { id: true, code: true, dimensionId: true, dimension: { select: { code: true } } },
  });
  const byPair = new Map(categories.map((category) => [`${category.dimension.code}=${category.code}`, category]));
  return new Map(
    keys.map((key) => [
      key,
      [...(parseCellKey(key) ?? [])].map(([dimension, code]) => {
        const category = byPair.get(`${dimension}=${code}`);
        if (!category) throw new RangeError(`no such category: ${dimension}=${code}`);
        return { dimensionId: category.dimensionId, categoryId: category.id };
      }),
    ]),
  );
}
