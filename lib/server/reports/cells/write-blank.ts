import "server-only";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import type { Transaction } from "@/lib/server/db/client";
import type { HeldReport } from "../hold-report";
import { ensureCells } from "./ensure-cells";
import { writeValues } from "./write-values";

interface BlankCell {
  versionId: number;
  cell: CellKey;
  value: Value;
}

/** Which of these indicator versions have anything in the held report. */
export async function filledVersions(
  tx: Pick<Transaction, "value">,
  { id: reportId, periodId }: HeldReport,
  versionIds: readonly number[],
): Promise<Set<number>> {
  const present = await tx.value.findMany({
    where: { periodId, reportId, indicatorVersionId: { in: [...versionIds] } },
    distinct: ["indicatorVersionId"],
    select: { indicatorVersionId: true },
  });
  return new Set(present.map(({ indicatorVersionId }) => indicatorVersionId));
}

/**
 * Writes into cells of the held report that have no value now. A cell that was cleared goes on from the last revision that it had.
 * @returns the revision of each, in their order
 * @throws Overtaken
 */
export async function writeBlank<C extends BlankCell>(
  tx: Transaction,
  { id: reportId, planId, periodId, state, facts }: HeldReport,
  cells: readonly C[],
  by: { actorId: number; carried?: boolean },
): Promise<(C & { revision: number })[]> {
  const ids = await ensureCells(
    tx,
    planId,
    cells.map(({ cell }) => cell),
  );
  const last = await tx.valueRevision.groupBy({
    by: ["indicatorVersionId", "cellId"],
    where: {
      periodId,
      reportId,
      indicatorVersionId: { in: [...new Set(cells.map(({ versionId }) => versionId))] },
      cellId: { in: [...ids.values()] },
    },
    _max: { revision: true },
  });
  const lastOf = new Map(
    last.map(({ indicatorVersionId, cellId, _max }) => [`${indicatorVersionId} ${cellId}`, _max.revision ?? 0]),
  );
  const { carried = false } = by;
  const written = cells.map((cell) => {
    const cellId = ids.get(cell.cell)!;
    return { ...cell, cellId, carried, revision: (lastOf.get(`${cell.versionId} ${cellId}`) ?? 0) + 1 };
  });
  const values = written.map(({ versionId, cellId, revision, value }) => ({
    versionId,
    cellId,
    revision,
    value,
    carried,
  }));
  await writeValues(tx, { id: reportId, state, periodState: facts.period.state }, values, by);
  return written;
}
