import "server-only";
import {
  mayBeShadowed,
  partsFault,
  type ShadowParts,
  shadowFault,
  shadowSplits,
} from "@/lib/domain/commitments/shadow-value";
import {
  type CellKey,
  cellsOfTable,
  type Dimension,
  dimensionsOfTable,
  totalCell,
} from "@/lib/domain/framework/disaggregation";
import type { Accumulation } from "@/lib/domain/framework/indicator";
import type { Value } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { methodField, type ShadowPart, shadowPartField } from "@/lib/schemas/commitments/shadow-fields";
import type { TypedPart, TypedShadow } from "@/lib/schemas/commitments/typed-shadow";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { enteredFromFields, readValue } from "@/lib/schemas/values/entered-value";
import { enteredKindOf } from "@/lib/schemas/values/value";
import type { Transaction } from "@/lib/server/db/client";
import { columnsOf, noValue, type ValueColumns } from "@/lib/server/db/value-columns";
import { holdsFor } from "@/lib/server/framework/period-indicators";
import { dimensionsOfTables } from "@/lib/server/framework/plan-dimensions";
import { ensureCells } from "@/lib/server/reports/cells/ensure-cells";
import type { ShadowIndicator } from "@/lib/views/commitments/shadow-view";
import type { DimensionView, IndicatorView } from "@/lib/views/report-view";
import { mustStandApart, type ShadowPlace } from "./own-values";

/** The first field of each kind, which what is missing is said at. */
const firstPart = { number: "number", ratio: "numerator", yesNo: "yesNo", step: "step", narrative: "number" } as const;

const refuse = (cell: CellKey, part: ShadowPart, problem: Omit<FieldProblem, "field">) =>
  new InvalidFields([{ field: shadowPartField(cell, part), ...problem }]);

/** A row of what an observation carries, with its parts. */
type ShadowRow = Omit<ValueColumns, "kind"> & {
  kind: ValueColumns["kind"] | null;
  indicatorVersionId: number;
  method: string;
  parts?: { createMany: { data: (ValueColumns & { cellId: number })[] } };
};

/**
 * Reads the value that an observation carries under the definition that holds in its period, as a report's value is read and
 * judged; of persons it may not count few, in its parts and in what they leave of the total neither, nor beside what its organisation
 * says elsewhere of the same count.
 * @returns the row's columns; null where nothing was typed
 * @throws InvalidFields with the form's field names
 */
export async function readShadow(
  tx: Transaction,
  shadow: TypedShadow | null,
  place: ShadowPlace,
): Promise<ShadowRow | null> {
  const { planId, indicatorId, period } = place;
  if (shadow === null) return null;
  const version = indicatorId === null ? null : await definitionOf(tx, indicatorId, period.startsOn);
  if (!version || !mayBeShadowed(version.rules.type)) throw refuse(totalCell, "number", { key: "shadowOfIndicator" });
  const { rules, countsPersons, accumulation, id } = version;
  const typedParts = [...(shadow.parts ?? [])];
  const total = readCell(rules, totalCell, shadow.typed);
  const parts = new Map(
    typedParts.flatMap(([cell, typed]) => {
      const value = readCell(rules, cell, typed);
      return value ? [[cell, value]] : [];
    }),
  );
  if (typedParts.length > 0) mustSplitOnce(version.tables, await dimensionsOf(tx, planId), typedParts);
  const first = firstPart[enteredKindOf[rules.type]];
  if (total === undefined && parts.size === 0) throw refuse(totalCell, first, { key: "shadowMissing" });
  if (shadow.method === "") throw new InvalidFields([{ field: methodField, key: "shadowMethodMissing" }]);
  const { smallCountThreshold: threshold } = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { smallCountThreshold: true },
  });
  mustTellOfMany(total, parts, countsPersons, threshold);
  if (countsPersons) await mustStandApart(tx, place, { total, parts }, { accumulation, threshold });
  const cells = parts.size === 0 ? null : await ensureCells(tx, planId, parts.keys());
  return {
    ...(total ? columnsOf(total) : { ...noValue, kind: null }),
    indicatorVersionId: id,
    method: shadow.method,
    ...(cells && {
      parts: {
        createMany: { data: [...parts].map(([cell, value]) => ({ cellId: cells.get(cell)!, ...columnsOf(value) })) },
      },
    }),
  };
}

/** @returns undefined where nothing was typed */
function readCell(rules: ValueRules, cell: CellKey, typed: TypedPart): Value | undefined {
  const read = readValue(
    rules,
    enteredFromFields(rules.type, (name) => typed[name as ShadowPart]),
  );
  if (read.ok) return read.value;
  throw new InvalidFields(
    read.problems.map((problem) => ({ ...problem, field: shadowPartField(cell, problem.field as ShadowPart) })),
  );
}

/** All parts are cells of one way to split the value. */
function mustSplitOnce(
  tables: readonly string[],
  dimensions: readonly Dimension[],
  typed: readonly (readonly [CellKey, TypedPart])[],
): void {
  const splits = shadowSplits(tables, dimensions);
  const splitOf = (cell: CellKey) => splits.find((split) => cellsOfTable(split, dimensions).interior.includes(cell));
  const chosen = splitOf(typed[0]![0]);
  for (const [cell, parts] of typed) {
    const split = splitOf(cell);
    if (split !== undefined && split === chosen) continue;
    const field = Object.keys(parts)[0] as ShadowPart;
    throw refuse(cell, field, { key: split === undefined ? "fieldInvalid" : "shadowSplitTwice" });
  }
}

function mustTellOfMany(total: Value | undefined, parts: ShadowParts, countsPersons: boolean, threshold: number): void {
  const ofTotal = total && shadowFault(total, countsPersons, threshold);
  const found = ofTotal ? { cell: totalCell, fault: ofTotal } : partsFault(total, parts, countsPersons, threshold);
  if (!found) return;
  const { cell, fault } = found;
  const keys = { notExact: "shadowNotExact", smallCount: "shadowSmallCount", smallRest: "shadowSmallRest" } as const;
  throw refuse(cell, fault.field, {
    key: keys[fault.code],
    ...(fault.code !== "notExact" && { args: { threshold } }),
  });
}

/** The definition that holds in the period, with the rules that a value is read by. */
async function definitionOf(
  tx: Transaction,
  indicatorId: number,
  startsOn: Date,
): Promise<{
  id: number;
  rules: ValueRules;
  countsPersons: boolean;
  accumulation: Accumulation;
  tables: string[];
} | null> {
  const version = await tx.indicatorVersion.findFirst({
    where: { indicatorId, ...holdsFor(startsOn) },
    orderBy: { version: "desc" },
    select: {
      id: true,
      type: true,
      decimals: true,
      lowest: true,
      highest: true,
      mayExceedHundred: true,
      unit: true,
      countsPersons: true,
      accumulation: true,
      _count: { select: { steps: true } },
      tables: { orderBy: { position: "asc" }, select: { code: true } },
    },
  });
  if (!version) return null;
  const { id, countsPersons, accumulation, lowest, highest, tables, _count, ...own } = version;
  const limits = { lowest: lowest?.toFixed() ?? null, highest: highest?.toFixed() ?? null };
  const codes = tables.map(({ code }) => code);
  return { id, countsPersons, accumulation, tables: codes, rules: { ...own, ...limits, stepCount: _count.steps } };
}

async function dimensionsOf(tx: Transaction, planId: number): Promise<Dimension[]> {
  const dimensions = await tx.dimension.findMany({
    where: { planId },
    orderBy: { position: "asc" },
    // Open lists are long, and no value is split by them.
    select: {
      code: true,
      isOpen: true,
      categories: { where: { dimension: { isOpen: false } }, orderBy: { position: "asc" }, select: { code: true } },
    },
  });
  return dimensions.map(({ isOpen: open, ...dimension }) => ({ ...dimension, open }));
}

/** What the fields of such a value need to know; null where none can be set beside the indicator's own. */
export function shadowIndicatorOf(
  view: IndicatorView | undefined,
  dimensions: readonly DimensionView[],
): ShadowIndicator | null {
  if (!view || !mayBeShadowed(view.rules.type)) return null;
  const { rules, unit, steps, numerator, denominator, tables } = view;
  const splits = shadowSplits(
    tables.map(({ code }) => code),
    dimensions,
  ).map((code) => ({ code, dimensions: dimensionsOfTable(code) }));
  const named = dimensionsOfTables(dimensions, splits);
  return { rules, unit, steps, numerator, denominator, splits, dimensions: named };
}
