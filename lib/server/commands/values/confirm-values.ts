import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-columns";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { Overtaken, writeValues } from "@/lib/server/reports/cells/write-values";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { type HeldReport, holdForEditing, mustFindIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Says of values that were carried over that they hold for this period too. What somebody corrected meanwhile is theirs and
 * isn't touched; once more, nothing is left to confirm.
 * @returns how many values are confirmed by this
 * @throws Refusal `notFound`, also for an indicator that isn't there; `notAllowed`, `locked`, `changedMeanwhile`
 */
export async function confirmValues(
  actor: Actor,
  address: ReportAddress,
  { indicators }: { indicators: readonly string[] },
  now: Date,
): Promise<{ confirmed: number }> {
  const located = await mustLocate(address);
  const subject = subjectOf(located);
  const ids: number[] = [];
  for (const code of new Set(indicators)) {
    const { id } = await mustFindIndicator(await db(), located, code);
    mustBeAble(actor, "enterValue", { ...subject, indicatorId: id });
    ids.push(id);
  }
  try {
    return await transaction(async (tx) => {
      const report = await holdForEditing(tx, actor, address, located, now);
      await holdAssigned(tx, actor, "enterValue", subject, ids);
      const carried = await carriedOf(tx, report, ids);
      if (carried.length === 0) return { confirmed: 0 };
      const { id, state, facts } = report;
      await writeValues(tx, { id, state, periodState: facts.period.state }, carried, { actorId: actor.id });
      await writeAudit(tx, {
        ...reportEvent(report, address),
        actorId: actor.id,
        action: "valuesConfirmed",
        after: { revisions: carried.map(({ indicator, cell, revision }) => ({ indicator, cell, revision })) },
      });
      return { confirmed: carried.length };
    });
  } catch (error) {
    throw error instanceof Overtaken ? new Refusal("changedMeanwhile") : error;
  }
}

async function carriedOf(tx: Transaction, { id: reportId, periodId }: HeldReport, indicatorIds: readonly number[]) {
  const rows = await tx.value.findMany({
    where: { periodId, reportId, carried: true, indicatorVersion: { indicatorId: { in: [...indicatorIds] } } },
    orderBy: [{ indicatorVersionId: "asc" }, { cellId: "asc" }],
    select: {
      ...valueSelect,
      revision: true,
      cellId: true,
      indicatorVersionId: true,
      cell: { select: { key: true } },
      indicatorVersion: { select: { indicator: presentCode } },
    },
  });
  return rows.map(({ revision, cellId, indicatorVersionId, cell, indicatorVersion, ...columns }) => ({
    versionId: indicatorVersionId,
    cellId,
    revision: revision + 1,
    value: valueOfRow(columns),
    indicator: codeOf(indicatorVersion.indicator),
    cell: cell.key,
  }));
}
