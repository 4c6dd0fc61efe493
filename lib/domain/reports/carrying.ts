import { admitsCell, type CellKey, type Dimension } from "../framework/disaggregation";
import { type IndicatorRules, valueKindsOf } from "../framework/indicator";
import { areComparable, type VersionComparability } from "../framework/indicator-version";
import type { Value } from "../values/value";
import { limitFault, type ValueRules } from "../values/value-limits";

/**
 * How an indicator's values of the period before may be carried over into a period, to be confirmed or corrected there:
 * - `withOthers`: with all that can be carried, for it holds until it changes: a state, a milestone, what counts on.
 * - `alone`: where somebody asks for this very indicator. What is counted anew in each period is rarely the same twice.
 * - `never`: words, which were written about another period.
 */
export type Carrying = "withOthers" | "alone" | "never";

export function carryingOf({ type, accumulation }: Pick<IndicatorRules, "type" | "accumulation">): Carrying {
  if (type === "narrative") return "never";
  if (type === "yesNo" || type === "milestone") return "withOthers";
  return accumulation === "perPeriod" ? "alone" : "withOthers";
}

/** An indicator's values in the approved report of the period before, under the version that held there. */
export interface LastValues {
  version: number;
  cells: ReadonlyMap<CellKey, Value>;
}

/**
 * The values that may be carried over, a total always with its parts: those that the indicator still takes, as they were
 * reported under a comparable definition. A reason for no value is none, and what is only partly within the limits of today is
 * left to be entered.
 */
export function carriable(
  indicator: {
    rules: ValueRules & Pick<IndicatorRules, "accumulation">;
    version: number;
    versions: readonly VersionComparability[];
    tables: readonly string[];
  },
  dimensions: readonly Dimension[],
  last: LastValues,
): Map<CellKey, Value> {
  const { rules, version, versions, tables } = indicator;
  const none = new Map<CellKey, Value>();
  if (carryingOf(rules) === "never" || !areComparable(versions, [last.version, version])) return none;
  const cells = [...last.cells].filter(([, { kind }]) => kind !== "missing" && kind !== "narrative");
  const isTaken = ([cell, value]: [CellKey, Value]) =>
    valueKindsOf[rules.type].includes(value.kind) &&
    admitsCell(cell, tables, dimensions) &&
    limitFault(rules, value) === null;
  return cells.every(isTaken) ? new Map(cells) : none;
}
