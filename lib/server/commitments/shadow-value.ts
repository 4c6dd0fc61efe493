import "server-only";
import { mayBeShadowed, shadowFault } from "@/lib/domain/commitments/shadow-value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import type { TypedShadow } from "@/lib/schemas/commitments/observation-forms";
import { methodField, type ShadowPart, shadowField } from "@/lib/schemas/commitments/shadow-fields";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { enteredFromFields, readValue } from "@/lib/schemas/values/entered-value";
import { enteredKindOf } from "@/lib/schemas/values/value";
import type { Transaction } from "@/lib/server/db/client";
import { columnsOf, type ValueColumns } from "@/lib/server/db/value-columns";
import { holdsFor } from "@/lib/server/framework/period-indicators";
import type { ShadowIndicator } from "@/lib/views/commitments/observation-view";
import type { IndicatorView } from "@/lib/views/report-view";

/** The first field of each kind, which what is missing is said at. */
const firstPart = { number: "number", ratio: "numerator", yesNo: "yesNo", step: "step", narrative: "number" } as const;

const refuse = (part: ShadowPart, problem: Omit<FieldProblem, "field">) =>
  new InvalidFields([{ field: shadowField(part), ...problem }]);

/**
 * Reads the value that an observation carries under the definition that holds in its period, as a report's value is read and
 * judged; of persons it may not count few.
 * @returns the row's columns; null where nothing was typed
 * @throws InvalidFields with the form's field names
 */
export async function readShadow(
  tx: Transaction,
  shadow: TypedShadow | null,
  { planId, indicatorId, period }: { planId: number; indicatorId: number | null; period: { startsOn: Date } },
): Promise<(ValueColumns & { indicatorVersionId: number; method: string }) | null> {
  if (shadow === null) return null;
  const version = indicatorId === null ? null : await definitionOf(tx, indicatorId, period.startsOn);
  if (!version || !mayBeShadowed(version.rules.type)) throw refuse("number", { key: "shadowOfIndicator" });
  const { rules, countsPersons, id } = version;
  const read = readValue(
    rules,
    enteredFromFields(rules.type, (name) => shadow.typed[name as ShadowPart]),
  );
  if (!read.ok)
    throw new InvalidFields(
      read.problems.map((problem) => ({ ...problem, field: shadowField(problem.field as ShadowPart) })),
    );
  const first = firstPart[enteredKindOf[rules.type]];
  if (read.value === undefined) throw refuse(first, { key: "shadowMissing" });
  if (shadow.method === "") throw new InvalidFields([{ field: methodField, key: "shadowMethodMissing" }]);
  const { smallCountThreshold } = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { smallCountThreshold: true },
  });
  const fault = shadowFault(read.value, countsPersons, smallCountThreshold);
  if (fault?.code === "notExact") throw refuse(fault.field, { key: "shadowNotExact" });
  if (fault) throw refuse(fault.field, { key: "shadowSmallCount", args: { threshold: smallCountThreshold } });
  return { ...columnsOf(read.value), indicatorVersionId: id, method: shadow.method };
}

/** The definition that holds in the period, with the rules that a value is read by. */
async function definitionOf(
  tx: Transaction,
  indicatorId: number,
  startsOn: Date,
): Promise<{ id: number; rules: ValueRules; countsPersons: boolean } | null> {
  const version = await tx.indicatorVersion.findFirst({
    where: { indicatorId, ...holdsFor(startsOn) },
    orderBy: { version: "desc" },
    select: {
      ...{ id: true, type: true, decimals: true, lowest: true, highest: true, mayExceedHundred: true, unit: true },
      ...{ countsPersons: true, _count: { select: { steps: true } } },
    },
  });
  if (!version) return null;
  const { id, countsPersons, lowest, highest, _count, ...own } = version;
  const limits = { lowest: lowest?.toFixed() ?? null, highest: highest?.toFixed() ?? null };
  return { id, countsPersons, rules: { ...own, ...limits, stepCount: _count.steps } };
}

/** What the fields of such a value need to know; null where none can be set beside the indicator's own. */
export function shadowIndicatorOf(view: IndicatorView | undefined): ShadowIndicator | null {
  if (!view || !mayBeShadowed(view.rules.type)) return null;
  const { rules, unit, steps, numerator, denominator } = view;
  return { rules, unit, steps, numerator, denominator };
}
