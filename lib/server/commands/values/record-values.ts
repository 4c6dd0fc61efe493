import "server-only";
import { type Actor, can, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { CellSave } from "@/lib/schemas/values/cell-save";
import { writeAudit } from "@/lib/server/audit/write";
import { askedCell, type CellFacts, readFactsOfCells } from "@/lib/server/reports/cells/cell-facts";
import { ensureCells } from "@/lib/server/reports/cells/ensure-cells";
import {
  enteringOf,
  type JudgedSave,
  judgeSave,
  mustBeOpen,
  standingWith,
} from "@/lib/server/reports/cells/judge-save";
import { Overtaken, writeValues } from "@/lib/server/reports/cells/write-values";
import { ensureReport } from "@/lib/server/reports/ensure-report";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";
import type { RecordedValue } from "./record-value";

/** What became of one cell of many: as `recordValue` answers or refuses it. */
export type SaveOutcome = RecordedValue | Refusal;

/** A cell as it was judged, with its indicator's code. */
interface Change extends JudgedSave {
  indicator: string;
  revision: number;
}

/** Others may change cells between judging and writing; each time at least one of these cells is theirs. */
const ATTEMPTS = 5;

/**
 * Stores what was entered for many cells of a report: those that are good in one transaction with one audit event, and the
 * others are answered why not, each as if it were saved by itself. The same cells once more change nothing.
 * @param saves each cell once; what was no save already comes as its refusal
 * @returns in the same order
 * @throws Refusal `notFound`, `notAllowed`, `locked` where no cell of the report could be saved; `changedMeanwhile` where
 * others were faster again and again
 */
export async function recordValues(
  actor: Actor,
  address: ReportAddress,
  saves: readonly (CellSave | Refusal)[],
  now: Date,
): Promise<SaveOutcome[]> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      return await recordOnce(actor, address, saves, now);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  throw new Refusal("changedMeanwhile");
}

async function recordOnce(
  actor: Actor,
  address: ReportAddress,
  saves: readonly (CellSave | Refusal)[],
  now: Date,
): Promise<SaveOutcome[]> {
  const facts = await readFactsOfCells(address, cellsByIndicator(saves));
  const [first] = facts.values();
  await mustTakeSaves(actor, address, [...facts.values()]);
  const judged = saves.map((save) => {
    if (save instanceof Refusal) return save;
    const found = facts.get(save.indicator);
    return orRefusal(() => ({ ...judgeSave(actor, found, save, now), indicator: save.indicator }));
  });
  // What is stored as it was sent stands, also where nothing is taken any more.
  if (first && judged.every((each) => each instanceof Refusal)) mustBeOpen(first, now);
  const changes = judged.flatMap((each): Change[] => {
    if (each instanceof Refusal || each.isSame) return [];
    return [{ ...each, revision: askedCell(each.facts, each.cell).lastRevision + 1 }];
  });
  const moments = changes.length > 0 ? await write(actor, address, changes) : [];
  const standings = standingsWith(facts, changes);
  const stored = new Map(
    changes.map((change, n) => [`${change.indicator} ${change.cell}`, { change, at: moments[n]! }]),
  );
  return judged.map((each): SaveOutcome => {
    if (each instanceof Refusal) return each;
    const { present, indicator, cell } = each;
    const done = stored.get(`${indicator} ${cell}`);
    const standing = standings(indicator);
    if (!done) return { revision: present?.revision ?? 0, savedAt: present?.savedAt ?? null, ...standing };
    const { change, at } = done;
    return { revision: change.value ? change.revision : 0, savedAt: at.toISOString(), ...standing };
  });
}

function cellsByIndicator(saves: readonly (CellSave | Refusal)[]): Map<string, string[]> {
  const cells = new Map<string, string[]>();
  for (const save of saves) {
    if (save instanceof Refusal) continue;
    const known = cells.get(save.indicator);
    if (known) known.push(save.cell);
    else cells.set(save.indicator, [save.cell]);
  }
  return cells;
}

/** What is true of the report and not of a cell is said once. @throws Refusal `notFound`, `notAllowed` */
async function mustTakeSaves(actor: Actor, address: ReportAddress, facts: readonly CellFacts[]): Promise<void> {
  const [first] = facts;
  if (!first) return mustBeAble(actor, "viewReport", subjectOf(await mustLocate(address)));
  if (!facts.some((each) => can(actor, "enterValue", enteringOf(each))))
    mustBeAble(actor, "enterValue", enteringOf(first));
}

function orRefusal<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Each indicator's standing with all its changes in it, worked out once. */
function standingsWith(facts: ReadonlyMap<string, CellFacts>, changes: readonly Change[]) {
  const stored = new Map([...facts.keys()].map((code) => [code, new Map<string, Change["value"]>()]));
  for (const { indicator, cell, value } of changes) stored.get(indicator)!.set(cell, value);
  const known = new Map<string, ReturnType<typeof standingWith>>();
  return (indicator: string) => {
    const standing = known.get(indicator) ?? standingWith(facts.get(indicator)!, stored.get(indicator)!);
    known.set(indicator, standing);
    return standing;
  };
}

/** @returns when each was stored @throws Overtaken, and nothing is */
function write(actor: Actor, address: ReportAddress, changes: readonly Change[]): Promise<Date[]> {
  const { planId, unit, period, report } = changes[0]!.facts;
  const place = { planId, unitId: unit.id, periodId: period.id };
  return transaction(async (tx) => {
    const reportId = report?.id ?? (await ensureReport(tx, actor, address, place));
    const unknown = changes.filter(({ facts, cell }) => askedCell(facts, cell).cellId === null);
    const added =
      unknown.length > 0
        ? await ensureCells(
            tx,
            planId,
            unknown.map(({ cell }) => cell),
          )
        : null;
    const values = changes.map(({ facts, cell, revision, value }) => ({
      versionId: facts.versionId,
      cellId: askedCell(facts, cell).cellId ?? added!.get(cell)!,
      revision,
      value,
    }));
    const judged = { id: reportId, state: report?.state ?? ("draft" as const), periodState: period.state };
    const moments = await writeValues(tx, judged, values, { actorId: actor.id });
    const indicatorIds = new Set(changes.map(({ facts }) => facts.indicatorId));
    await holdAssigned(tx, actor, "enterValue", { planId, unit, periodId: period.id }, [...indicatorIds]);
    await writeAudit(tx, {
      ...reportEvent({ id: reportId, ...place }, address),
      actorId: actor.id,
      action: "valuesRecorded",
      after: {
        revisions: changes.map(({ indicator, cell, revision, value }) => ({
          indicator,
          cell,
          revision,
          ...(!value && { cleared: true }),
        })),
      },
    });
    return moments;
  });
}
