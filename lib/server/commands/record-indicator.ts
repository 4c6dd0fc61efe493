import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/disaggregation";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { enteredFromFields, readValue } from "@/lib/schemas/entered-value";
import { cellField } from "@/lib/schemas/entry-forms";
import { InvalidFields } from "@/lib/schemas/invalid-fields";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { db } from "@/lib/server/db/client";
import { readCellFacts } from "@/lib/server/reporting/cell-facts";
import { recordValue } from "./record-value";

/**
 * Stores what an indicator's plain form holds, cell by cell. Every field is read before anything is written, so that a
 * fault in one keeps all as they were; each cell is then a save of its own, with its own revision and audit event.
 * @param cells typed text by cell and field (`number`, `numerator`, ..., and `revision`, the one that was seen)
 * @throws Refusal as `recordValue` does; InvalidFields with the form's own field names
 */
export async function recordIndicator(
  actor: Actor,
  address: ReportAddress,
  { indicator, cells }: { indicator: string; cells: ReadonlyMap<CellKey, ReadonlyMap<string, string>> },
  now: Date,
): Promise<void> {
  const facts = await readCellFacts(await db(), address, indicator, totalCell);
  if (!facts) throw new Refusal("notFound");
  const { planId, unit, indicatorId, rules } = facts;
  mustBeAble(actor, "enterValue", { planId, unit, indicatorId });
  const read = [...cells].map(([cell, fields]) => {
    const entered = enteredFromFields(rules.type, (name) => fields.get(name));
    const expectedRevision = Number(fields.get("revision") ?? 0);
    return { cell, entered, expectedRevision, ...readValue(rules, entered) };
  });
  const problems = read.flatMap((each) =>
    each.ok ? [] : each.problems.map((problem) => ({ ...problem, field: cellField(each.cell, problem.field) })),
  );
  if (problems.length > 0) throw new InvalidFields(problems);
  for (const each of read) {
    if (each.ok && each.value === undefined && each.expectedRevision === 0) continue;
    const { cell, entered, expectedRevision } = each;
    await recordValue(actor, address, { indicator, cell, entered, expectedRevision }, now);
  }
}
