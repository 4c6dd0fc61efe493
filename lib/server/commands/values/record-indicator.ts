import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { Value } from "@/lib/domain/values/value";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { type LookedAt, lookedAtNothing } from "@/lib/schemas/forms/looked-at";
import { unsafeWords } from "@/lib/schemas/forms/unsafe-words";
import { toLookAt } from "@/lib/schemas/forms/warned-words";
import { cellField } from "@/lib/schemas/reports/entry-fields";
import { enteredFromFields, enteredFromValue, readValue } from "@/lib/schemas/values/entered-value";
import { type EnteredValue, enteredKindOf } from "@/lib/schemas/values/value";
import { db } from "@/lib/server/db/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-columns";
import { type CellFacts, readCellFacts } from "@/lib/server/reports/cells/cell-facts";
import { CellChanged } from "@/lib/server/reports/cells/judge-save";
import { sameValue } from "@/lib/server/reports/cells/same-value";
import { changerOf, type ReportAddress } from "@/lib/views/report-view";
import { recordValue } from "./record-value";

/** A cell as the form holds it. */
interface TypedCell {
  cell: CellKey;
  entered: EnteredValue;
  /** Undefined: every field is blank. */
  value: Value | undefined;
  /** The revision that the form was shown with. */
  expectedRevision: number;
}

/** Not a fault of what was typed: somebody else changed these cells meanwhile, and the others were stored. */
export class CellsChanged extends InvalidFields {}

/**
 * Stores what an indicator's plain form holds, cell by cell. Every field is read before anything is written, so that a
 * fault in one keeps all as they were; each cell is then a save of its own, with its own revision and audit event. A cell
 * that stands as it was shown wasn't touched, and whatever somebody else did to it meanwhile stays.
 * @param cells typed text by cell and field (`number`, `numerator`, ..., and `revision`, the one that was seen)
 * @throws Refusal as `recordValue` does; InvalidFields with the form's own field names; CellsChanged
 */
export async function recordIndicator(
  actor: Actor,
  address: ReportAddress,
  { indicator, cells }: { indicator: string; cells: ReadonlyMap<CellKey, ReadonlyMap<string, string>> },
  now: Date,
  lookedAt: LookedAt = lookedAtNothing,
): Promise<void> {
  const facts = await readCellFacts(address, indicator, totalCell);
  if (!facts) throw new Refusal("notFound");
  const { planId, unit, period, indicatorId } = facts;
  mustBeAble(actor, "enterValue", { planId, unit, periodId: period.id, indicatorId });
  const touched = await touchedCells(facts, readCells(facts, cells));
  const unseen = touched.flatMap(({ cell, value }) =>
    value?.kind === "narrative" && !unsafeWords(value.text)
      ? (toLookAt(cellField(cell, "text"), value.text, lookedAt) ?? [])
      : [],
  );
  if (unseen.length > 0) throw new InvalidFields(unseen);
  const overtaken: FieldProblem[] = [];
  for (const { cell, entered, expectedRevision } of touched) {
    try {
      await recordValue(actor, address, { indicator, cell, entered, expectedRevision }, now);
    } catch (error) {
      if (error instanceof InvalidFields)
        throw new InvalidFields(
          error.problems.map((problem) => ({ ...problem, field: cellField(cell, problem.field) })),
        );
      if (!(error instanceof CellChanged)) throw error;
      overtaken.push(changedProblem(facts, cell, error));
    }
  }
  if (overtaken.length > 0) throw new CellsChanged(overtaken);
}

function readCells({ rules }: CellFacts, cells: ReadonlyMap<CellKey, ReadonlyMap<string, string>>): TypedCell[] {
  const problems: FieldProblem[] = [];
  const read = [...cells].flatMap(([cell, fields]): TypedCell[] => {
    const entered = enteredFromFields(rules.type, (name) => fields.get(name));
    const reading = readValue(rules, entered);
    if (reading.ok)
      return [{ cell, entered, value: reading.value, expectedRevision: revisionSeen(fields.get("revision")) }];
    problems.push(...reading.problems.map((problem) => ({ ...problem, field: cellField(cell, problem.field) })));
    return [];
  });
  if (problems.length > 0) throw new InvalidFields(problems);
  return read;
}

/** Of a cell that was shown empty the form sends none: 0, so that whatever stands in it now is asked about first. */
const revisionSeen = (text = ""): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

async function touchedCells(facts: CellFacts, cells: readonly TypedCell[]): Promise<TypedCell[]> {
  const present = new Map(facts.values.map((value) => [value.cell, value]));
  const differing = cells.filter(({ cell, value }) => {
    const there = present.get(cell)?.value;
    // Only the total has a field for the reason why there is no value.
    const hasReasonUnseen = cell !== totalCell && value === undefined && there?.kind === "missing";
    // Whoever saves the form has seen what was carried over into it, and confirms it.
    return present.get(cell)?.carried || (!sameValue(value, there) && !hasReasonUnseen);
  });
  const stale = differing.filter(
    ({ cell, expectedRevision }) => (present.get(cell)?.revision ?? 0) !== expectedRevision,
  );
  const shown = await valuesShown(facts, stale);
  return differing.filter((typed) => !stale.includes(typed) || !sameValue(typed.value, shown.get(typed.cell)));
}

/** The values that these cells had when the form was shown. */
async function valuesShown(facts: CellFacts, cells: readonly TypedCell[]): Promise<Map<CellKey, Value | undefined>> {
  const seen = cells.filter(({ expectedRevision }) => expectedRevision > 0);
  if (seen.length === 0 || !facts.report) return new Map();
  const client = await db();
  const known = await client.cell.findMany({
    where: { planId: facts.planId, key: { in: seen.map(({ cell }) => cell) } },
    select: { id: true, key: true },
  });
  const idOf = new Map(known.map(({ id, key }) => [key, id]));
  const keyOf = new Map(known.map(({ id, key }) => [id, key]));
  const rows = await client.valueRevision.findMany({
    where: {
      periodId: facts.period.id,
      reportId: facts.report.id,
      indicatorVersionId: facts.versionId,
      OR: seen.map(({ cell, expectedRevision }) => ({ cellId: idOf.get(cell) ?? 0, revision: expectedRevision })),
    },
    select: { ...valueSelect, cellId: true },
  });
  return new Map(rows.map(({ cellId, ...columns }) => [keyOf.get(cellId)!, valueOfRow(columns)]));
}

const firstField = { number: "number", ratio: "numerator", yesNo: "yesNo", step: "step", narrative: "text" } as const;

/** Tells what stands there now, at the cell's first field, with its revision: saving once more replaces that one. */
function changedProblem({ rules }: CellFacts, cell: CellKey, { present, changed }: CellChanged): FieldProblem {
  const field = cellField(cell, firstField[enteredKindOf[rules.type]]);
  const problem = (kind: string, text = ""): FieldProblem => ({
    field,
    key: "cellChanged",
    args: { kind, present: text.slice(0, 200), by: changerOf(changed), revision: present?.revision ?? 0 },
  });
  if (!present) return problem("cleared");
  const { kind, missingReason, ...fields } = enteredFromValue(rules.type, present.value);
  if (missingReason !== "") return problem("missing");
  const typed = Object.values(fields).filter((text): text is string => typeof text === "string");
  return problem(kind, kind === "step" ? String(Number(typed[0]) + 1) : typed.join(" / "));
}
