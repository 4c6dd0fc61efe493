import "server-only";
import { admitsCell, type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { reportLock } from "@/lib/domain/reports/report";
import type { Value } from "@/lib/domain/values/value";
import { isCommentMissing, type ValueWarning, warningsOf } from "@/lib/domain/values/value-warning";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { unsafeWords } from "@/lib/schemas/forms/unsafe-words";
import type { CellSave } from "@/lib/schemas/values/cell-save";
import { readValue } from "@/lib/schemas/values/entered-value";
import type { CellView, LastChangeView } from "@/lib/views/report-view";
import { lockFacts } from "../locate-report";
import { askedCell, type CellFacts, viewOf } from "./cell-facts";
import { sameValue } from "./same-value";

/** The value that stands in a cell; null where it is empty. */
export type PresentValue = CellView | null;

/** Somebody else changed the cell. The value that stands there now goes along, and whose it is, so that a person can choose. */
export class CellChanged extends Refusal<"changedMeanwhile"> {
  constructor(
    readonly present: PresentValue,
    readonly changed: LastChangeView | null,
  ) {
    super("changedMeanwhile");
  }
}

/** As whoever saves is told it. */
export function changedOf(actor: Actor, facts: CellFacts, cell: CellKey): CellChanged {
  const { lastChange } = askedCell(facts, cell);
  const present = valueIn(facts, cell);
  if (!lastChange) return new CellChanged(present, null);
  const { by, byId, at } = lastChange;
  return new CellChanged(present, { by, at, isOwn: byId === actor.id });
}

/** What `enterValue` is asked about. */
export const enteringOf = ({ planId, unit, period, indicatorId }: CellFacts) => ({
  planId,
  unit,
  periodId: period.id,
  indicatorId,
});

/** @throws Refusal `locked` */
export function mustBeOpen({ report, period }: Pick<CellFacts, "report" | "period">, now: Date): void {
  const lock = reportLock(lockFacts(report?.state, period, now));
  if (lock) throw new Refusal("locked", { lock });
}

/** Whether the indicator is the actor's to enter, now or once its report is open. @throws Refusal `notFound`, `notAllowed` */
function mayBeEntered(actor: Actor, facts: CellFacts | null | undefined): CellFacts {
  if (!facts) throw new Refusal("notFound");
  mustBeAble(actor, "enterValue", enteringOf(facts));
  return facts;
}

const isAdmitted = (cell: CellKey, { tables, dimensions }: CellFacts) => admitsCell(cell, tables, dimensions);

/** Whether the cell may be saved at all. @throws Refusal `notFound`, `notAllowed`, `locked`, `cellNotAdmitted` */
export function mayBeSaved(actor: Actor, found: CellFacts | null | undefined, cell: CellKey, now: Date): CellFacts {
  const facts = mayBeEntered(actor, found);
  mustBeOpen(facts, now);
  if (!isAdmitted(cell, facts)) throw new Refusal("cellNotAdmitted", { cell });
  return facts;
}

export interface JudgedSave {
  facts: CellFacts;
  cell: CellKey;
  /** Undefined: the cell is to be cleared. */
  value: Value | undefined;
  present: PresentValue;
  /**
   * It stands there already, whatever revision was expected, and though nothing is taken any more: an answer may have been
   * lost on its way, and the report submitted since. What was carried doesn't yet: saving it confirms it.
   */
  isSame: boolean;
}

/** What a save would do. @throws as `mayBeSaved`; InvalidFields; CellChanged */
export function judgeSave(
  actor: Actor,
  found: CellFacts | null | undefined,
  { cell, expectedRevision, entered }: CellSave,
  now: Date,
): JudgedSave {
  const facts = mayBeEntered(actor, found);
  const read = readValue(facts.rules, entered);
  const present = valueIn(facts, cell);
  const isSame = read.ok && sameValue(read.value, present?.value) && !present?.carried;
  if (isSame && isAdmitted(cell, facts)) return { facts, cell, value: read.value, present, isSame };
  mayBeSaved(actor, facts, cell, now);
  if (!read.ok) throw new InvalidFields(read.problems);
  const { value } = read;
  const problem = value?.kind === "narrative" ? unsafeWords(value.text) : null;
  if (problem) throw new InvalidFields([{ field: "text", ...problem }]);
  if ((present?.revision ?? 0) !== expectedRevision) throw changedOf(actor, facts, cell);
  return { facts, cell, value, present, isSame: false };
}

const valueIn = ({ values }: CellFacts, cell: CellKey): PresentValue => {
  const present = values.find((each) => each.cell === cell);
  return present ? viewOf(present) : null;
};

/** What there is to know about an indicator once cells of it were saved. */
export interface IndicatorStanding {
  /** About the indicator as a whole, with these values in it. */
  warnings: ValueWarning[];
  commentMissing: boolean;
  isAnswered: boolean;
}

/**
 * Warnings and the like as they are with what was stored.
 * @param stored undefined for a cell that was cleared; the comments so far knew nothing of those that have another value by it
 */
export function standingWith(
  { rules, tables, dimensions, values, earlier, explained }: CellFacts,
  stored: ReadonlyMap<CellKey, Value | undefined>,
): IndicatorStanding {
  const before = new Map(values.map((each) => [each.cell, each.value]));
  const cells = new Map(before);
  for (const [cell, value] of stored) {
    if (value) cells.set(cell, value);
    else cells.delete(cell);
  }
  const warnings = warningsOf(rules, tables, dimensions, cells, earlier);
  const changed = [...stored].filter(([cell, value]) => !sameValue(value, before.get(cell)));
  const since = {
    total: explained.total && !changed.some(([cell]) => cell === totalCell),
    values: explained.values && changed.length === 0,
  };
  return { warnings, commentMissing: isCommentMissing(warnings, since), isAnswered: cells.size > 0 };
}
