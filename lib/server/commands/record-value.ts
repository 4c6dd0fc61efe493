import "server-only";
import { admitsCell, type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { type Actor, mustBeAble, onlyAsAssigned } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { reportLock } from "@/lib/domain/reports/report";
import type { Value } from "@/lib/domain/values/value";
import { isCommentMissing, type ValueWarning, warningsOf } from "@/lib/domain/values/value-warning";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { unsafeWords } from "@/lib/schemas/forms/unsafe-words";
import type { CellSave } from "@/lib/schemas/values/cell-save";
import { readValue } from "@/lib/schemas/values/entered-value";
import { Prisma } from "@/lib/server/db/generated/client";
import { rowsOf } from "@/lib/server/db/rows-of";
import { type CellFacts, readCellFacts } from "@/lib/server/reports/cell-facts";
import { ensureCells } from "@/lib/server/reports/ensure-cells";
import { ensureReport } from "@/lib/server/reports/ensure-report";
import { assignedTo, holdAssigned } from "@/lib/server/reports/hold-assigned";
import { lockFacts } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { sameValue } from "@/lib/server/reports/same-value";
import { Overtaken, writeValue } from "@/lib/server/reports/write-values";
import { again, transaction } from "@/lib/server/transaction";
import type { IsoMoment, LastChangeView, ReportAddress } from "@/lib/views/report-view";

export interface RecordedValue {
  /** What the next save of this cell must expect; 0: the cell is empty. */
  revision: number;
  /** Null where the cell was empty and stays so. */
  savedAt: IsoMoment | null;
  /** About the indicator as a whole, with this value in it. */
  warnings: ValueWarning[];
  commentMissing: boolean;
  isAnswered: boolean;
}

/** The value that stands in a cell; null where it is empty. */
export type PresentValue = { value: Value; revision: number; savedAt: IsoMoment } | null;

interface Change {
  indicator: string;
  cell: CellKey;
  value: Value | undefined;
  before: PresentValue;
}

/** Somebody else changed the cell. The value that stands there now goes along, and whose it is, so that a person can choose. */
export class CellChanged extends Refusal<"changedMeanwhile"> {
  constructor(
    readonly present: PresentValue,
    readonly changed: LastChangeView | null,
  ) {
    super("changedMeanwhile");
  }
}

function changedOf(actor: Actor, { lastChange }: Pick<CellFacts, "lastChange">, present: PresentValue): CellChanged {
  if (!lastChange) return new CellChanged(present, null);
  const { by, byId, at } = lastChange;
  return new CellChanged(present, { by, at, isOwn: byId === actor.id });
}

/**
 * Stores what was entered for one cell, or clears it when every field is blank. It opens the report where nobody did.
 * The same value once more changes nothing, whatever revision was expected: an answer may have been lost on its way.
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `cellNotAdmitted`; InvalidFields; CellChanged
 */
export async function recordValue(
  actor: Actor,
  address: ReportAddress,
  { indicator, cell, expectedRevision, entered }: CellSave,
  now: Date,
): Promise<RecordedValue> {
  const facts = judge(actor, await readCellFacts(address, indicator, cell), cell, now);
  const read = readValue(facts.rules, entered);
  if (!read.ok) throw new InvalidFields(read.problems);
  const { value } = read;
  const present = valueIn(facts, cell);
  if (sameValue(value, present?.value)) return recorded(facts, cell, present);
  const problem = value?.kind === "narrative" ? unsafeWords(value.text) : null;
  if (problem) throw new InvalidFields([{ field: "text", ...problem }]);
  if ((present?.revision ?? 0) !== expectedRevision) throw changedOf(actor, facts, present);
  try {
    const { revision, savedAt } = await write(actor, address, facts, { indicator, cell, value, before: present });
    const stored = value ? { value, revision, savedAt: savedAt.toISOString() } : null;
    return { ...recorded(sinceChange(facts, cell), cell, stored), savedAt: savedAt.toISOString() };
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    await mustStillBeAssigned(actor, facts);
    const since = judge(actor, await readCellFacts(address, indicator, cell), cell, now);
    throw changedOf(actor, since, valueIn(since, cell));
  }
}

const enteringOf = ({ planId, unit, period, indicatorId }: CellFacts) => ({
  ...{ planId, unit, periodId: period.id, indicatorId },
});

function judge(actor: Actor, facts: CellFacts | null, cell: CellKey, now: Date): CellFacts {
  if (!facts) throw new Refusal("notFound");
  const { report, period, tables, dimensions } = facts;
  mustBeAble(actor, "enterValue", enteringOf(facts));
  const lock = reportLock(lockFacts(report?.state, period, now));
  if (lock) throw new Refusal("locked", { lock });
  if (!admitsCell(cell, tables, dimensions)) throw new Refusal("cellNotAdmitted", { cell });
  return facts;
}

/** Of those who may only as long as the indicator is assigned to them. @throws Refusal `notAllowed` */
const mustStillBeAssigned = (actor: Actor, facts: CellFacts): Promise<void> =>
  transaction((tx) => holdAssigned(tx, actor, "enterValue", enteringOf(facts), [facts.indicatorId]));

const valueIn = ({ values }: CellFacts, cell: CellKey): PresentValue => {
  const present = values.find((each) => each.cell === cell);
  return present ? { value: present.value, revision: present.revision, savedAt: present.savedAt } : null;
};

/** @returns the value's revision and when it was stored */
async function write(
  actor: Actor,
  address: ReportAddress,
  facts: CellFacts,
  { indicator, cell, value, before }: Change,
): Promise<{ revision: number; savedAt: Date }> {
  const { planId, unit, period, report, versionId, cellId, lastRevision } = facts;
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
        before: before ? { revision: before.revision } : undefined,
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

/** The comments so far knew nothing of a value that was written now. */
const sinceChange = (facts: CellFacts, cell: CellKey): CellFacts => ({
  ...facts,
  explained: { total: facts.explained.total && cell !== totalCell, values: false },
});

/** Warnings as they are with the value in the cell. */
function recorded(facts: CellFacts, cell: CellKey, stored: PresentValue): RecordedValue {
  const { rules, tables, dimensions, values, earlier, explained } = facts;
  const cells = new Map(values.map((each) => [each.cell, each.value]));
  if (stored) cells.set(cell, stored.value);
  else cells.delete(cell);
  const warnings = warningsOf(rules, tables, dimensions, cells, earlier);
  return {
    revision: stored?.revision ?? 0,
    savedAt: stored?.savedAt ?? null,
    warnings,
    commentMissing: isCommentMissing(warnings, explained),
    isAnswered: cells.size > 0,
  };
}
