import "server-only";
import { type Actor, onlyAsAssigned } from "@/lib/domain/permissions";
import type { Refusal } from "@/lib/domain/refusal";
import type { CellSave } from "@/lib/schemas/values/cell-save";
import { Prisma } from "@/lib/server/db/generated/client";
import { rowsOf } from "@/lib/server/db/rows-of";
import { askedCell, type CellFacts, readCellFacts } from "@/lib/server/reports/cells/cell-facts";
import { ensureCells } from "@/lib/server/reports/cells/ensure-cells";
import {
  CellChanged,
  changedOf,
  enteringOf,
  type IndicatorStanding,
  type JudgedSave,
  judgeSave,
  mayBeSaved,
  standingWith,
} from "@/lib/server/reports/cells/judge-save";
import { Overtaken, writeValue } from "@/lib/server/reports/cells/write-values";
import { ensureReport } from "@/lib/server/reports/ensure-report";
import { assignedTo, holdAssigned } from "@/lib/server/reports/hold-assigned";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { again, transaction } from "@/lib/server/transaction";
import type { IsoMoment, ReportAddress } from "@/lib/views/report-view";

export interface RecordedValue extends IndicatorStanding {
  /** What the next save of this cell must expect; 0: the cell is empty. */
  revision: number;
  /** Null where the cell was empty and stays so. */
  savedAt: IsoMoment | null;
}

/** What goes along with a cell's refusal: the value that somebody else put there, and who. */
export const besideRefusal = (refusal: Refusal): Record<string, unknown> =>
  refusal instanceof CellChanged ? { present: refusal.present, changed: refusal.changed } : {};

/** What `recordValue` judges, for who can read it while they learn who the actor is. Nothing of it is theirs to tell. */
export const factsToRecord = (address: ReportAddress, { indicator, cell }: CellSave): Promise<CellFacts | null> =>
  readCellFacts(address, indicator, cell);

/**
 * Stores what was entered for one cell, or clears it when every field is blank. It opens the report where nobody did.
 * The same value once more changes nothing, whatever revision was expected: an answer may have been lost on its way.
 * @param found the cell's facts where they were just read: what changes after that overtakes the save, as it always may
 * @throws Refusal `notFound`, `notAllowed`, `notAssigned`, `locked`, `cellNotAdmitted`; InvalidFields; CellChanged
 */
export async function recordValue(
  actor: Actor,
  address: ReportAddress,
  save: CellSave,
  now: Date,
  found?: CellFacts | null,
): Promise<RecordedValue> {
  const { indicator, cell } = save;
  const before = found === undefined ? await factsToRecord(address, save) : found;
  const judged = judgeSave(actor, before, save, now);
  const { facts, value, present, isSame } = judged;
  if (isSame)
    return {
      revision: present?.revision ?? 0,
      savedAt: present?.savedAt ?? null,
      ...standingWith(facts, new Map()),
    };
  try {
    const { revision, savedAt } = await write(actor, address, indicator, judged);
    return {
      revision: value ? revision : 0,
      savedAt: savedAt.toISOString(),
      ...standingWith(facts, new Map([[cell, value]])),
    };
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    await mustStillBeAssigned(actor, facts);
    const since = mayBeSaved(actor, await readCellFacts(address, indicator, cell), cell, now);
    throw changedOf(actor, since, cell);
  }
}

/** Of those who may only as long as the indicator is assigned to them. @throws Refusal `notAssigned` */
const mustStillBeAssigned = (actor: Actor, facts: CellFacts): Promise<void> =>
  transaction((tx) => holdAssigned(tx, actor, "enterValue", enteringOf(facts), [facts.indicatorId]));

/** @returns the value's revision and when it was stored */
async function write(
  actor: Actor,
  address: ReportAddress,
  indicator: string,
  { facts, cell, value, present }: JudgedSave,
): Promise<{ revision: number; savedAt: Date }> {
  const { planId, unit, period, report, versionId } = facts;
  const { cellId, lastRevision } = askedCell(facts, cell);
  const revision = lastRevision + 1;
  const subject = enteringOf(facts);
  const assigned = onlyAsAssigned(actor, "enterValue", subject)
    ? Prisma.sql`${assignedTo(actor, subject)} AND a.indicator_id = ${facts.indicatorId}::int`
    : null;
  const writeBy = (run: Parameters<typeof writeValue>[0], reportId: number, cellId: number) =>
    writeValue(
      run,
      { id: reportId, state: report?.state ?? "draft", periodState: period.state },
      { versionId, cellId, revision, value },
      {
        ...reportEvent({ id: reportId, planId, unitId: unit.id }, address, `${indicator} ${cell}`),
        actorId: actor.id,
        action: value ? "valueRecorded" : "valueCleared",
        before: present ? { revision: present.revision } : undefined,
        after: { indicator, cell, revision },
      },
      assigned,
    );
  if (report && cellId !== null)
    return { revision, savedAt: await again(() => writeBy(rowsOf<{ savedAt: Date }>, report.id, cellId)) };
  const savedAt = await transaction(async (tx) => {
    const place = { planId, unitId: unit.id, periodId: period.id };
    const reportId = report?.id ?? (await ensureReport(tx, actor, address, place));
    const ids = await ensureCells(tx, planId, [cell]);
    return writeBy((statement) => tx.$queryRaw(statement), reportId, ids.get(cell)!);
  });
  return { revision, savedAt };
}
