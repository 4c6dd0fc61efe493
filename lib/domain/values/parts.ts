import { type CellKey, type Dimension, parseCellKey } from "../framework/disaggregation";
import type { IndicatorRules } from "../framework/indicator";
import type { Range } from "./assessable-value";
import { type Measure, type Parts, partsInTable, rangesOf } from "./parts-sum";
import { formatDecimal } from "./rational";
import type { Decimal, MissingReason, Value } from "./value";

/** From the smallest to the largest that a value can be; both ends are equal for an exact one. */
export interface DecimalRange {
  from: Decimal;
  to: Decimal;
}

/** What a person should look at between a marginal or total and its parts. */
export type PartsFinding = PartsDifference | PartsBesideReason;

/**
 * What is wrong between a marginal or total and the sum of its parts.
 * - `partsDiffer`: every part is given, and they add up to something else.
 * - `partsExceed`: parts are missing, and those given already add up to more.
 * - `partsShort`: parts are missing, and those given add up to less. Only a note: the rest may be in the missing ones.
 */
export interface PartsDifference {
  code: "partsDiffer" | "partsExceed" | "partsShort";
  level: "warning" | "note";
  /** The table in which the parts stand. */
  table: string;
  /** The marginal, or the total. */
  cell: CellKey;
  /** The dimensions that split the cell into parts. */
  by: string[];
  measure: Measure;
  total: DecimalRange;
  sum: DecimalRange;
  /** How far sum and total are apart, at least and at most; never 0. */
  difference: DecimalRange;
}

/**
 * A marginal or total has a reason in place of a value, and its parts have values: told once for each. Only a note while parts
 * are missing, for the reason may be true of those; but what doesn't apply has no parts.
 */
export interface PartsBesideReason extends Pick<PartsDifference, "level" | "table" | "cell" | "by"> {
  code: "partsBesideReason";
  reason: MissingReason;
}

export const inDecimals = ({ low, high }: Range): DecimalRange => ({
  from: formatDecimal(low),
  to: formatDecimal(high),
});

/** Undefined while sum and total can be equal. */
function compare(
  total: Range,
  sum: Range,
  isComplete: boolean,
): Pick<PartsDifference, "code" | "difference"> | undefined {
  const isMore = sum.low.compare(total.high) > 0;
  const isLess = sum.high.compare(total.low) < 0;
  if (!isMore && !isLess) return undefined;
  const [upper, lower] = isMore ? [sum, total] : [total, sum];
  return {
    code: isComplete ? "partsDiffer" : isMore ? "partsExceed" : "partsShort",
    difference: inDecimals({ low: upper.low.sub(lower.high), high: upper.high.sub(lower.low) }),
  };
}

/** An open list is never complete: someone may be of a country that nobody wrote down. */
function isComplete({ by, given }: Parts, dimensions: readonly Dimension[]): boolean {
  const split = dimensions.filter(({ code }) => by.includes(code));
  return (
    !split.some(({ open }) => open) && given === split.reduce((cells, { categories }) => cells * categories.length, 1)
  );
}

/** A comparison over several dimensions at once tells nothing new where one in smaller steps has found it already. */
function isExplainedBy(finding: PartsDifference, step: PartsDifference): boolean {
  if (step.measure !== finding.measure || step.by.length >= finding.by.length) return false;
  if (finding.level === "warning" && step.level === "note") return false;
  const around = parseCellKey(finding.cell) ?? new Map();
  const inner = parseCellKey(step.cell) ?? new Map();
  const added = [...inner.keys()].filter((code) => !around.has(code));
  const isWithin = [...around].every(([code, category]) => inner.get(code) === category);
  return isWithin && [...added, ...step.by].every((code) => finding.by.includes(code));
}

/** Whether the parts of such an indicator add up at all: a median or a rate by sex doesn't. */
const addsUp = ({ type, aggregation }: Pick<IndicatorRules, "type" | "aggregation">) =>
  type === "percentage" || (type === "number" && aggregation === "sum");

/**
 * Compares each marginal and the total of an indicator with the sum of its parts, as far as both are given. A censored
 * value is a range, and nothing is found while total and sum can be equal. A reason in place of a value is held against parts
 * that have one. Findings are told, never a reason to refuse.
 * @param values the indicator's values in one report
 */
export function checkParts(
  rules: Pick<IndicatorRules, "type" | "aggregation">,
  tables: readonly string[],
  dimensions: readonly Dimension[],
  values: ReadonlyMap<CellKey, Value>,
): PartsFinding[] {
  if (!addsUp(rules)) return [];
  const measures: Measure[] = rules.type === "percentage" ? ["numerator", "denominator"] : ["number"];
  const findings = new Map<string, PartsDifference>();
  const reasons = new Map<CellKey, PartsBesideReason>();
  for (const measure of measures) {
    const ranges = rangesOf(values, measure);
    for (const table of tables)
      for (const { cell, parts } of partsInTable(table, dimensions, ranges)) {
        const total = ranges.get(cell);
        const isWhole = isComplete(parts, dimensions);
        const stated = values.get(cell);
        if (stated?.kind === "missing") {
          const { reason } = stated;
          const level = isWhole || reason === "notApplicable" ? "warning" : "note";
          if (!reasons.has(cell) || (level === "warning" && reasons.get(cell)!.level === "note"))
            reasons.set(cell, { code: "partsBesideReason", level, table, cell, by: parts.by, reason });
        }
        const found = total && compare(total, parts.sum, isWhole);
        const place = `${measure} ${cell} ${parts.by.join("*")}`;
        if (!found || findings.has(place)) continue;
        findings.set(place, {
          ...found,
          level: found.code === "partsShort" ? "note" : "warning",
          table,
          cell,
          by: parts.by,
          measure,
          total: inDecimals(total),
          sum: inDecimals(parts.sum),
        });
      }
  }
  const all = [...findings.values()];
  return [...all.filter((finding) => !all.some((step) => isExplainedBy(finding, step))), ...reasons.values()];
}
