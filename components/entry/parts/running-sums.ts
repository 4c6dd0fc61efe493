import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { IndicatorRules } from "@/lib/domain/framework/indicator";
import type { DecimalRange } from "@/lib/domain/values/parts";
import { type Measure, partsInTable, rangesOf } from "@/lib/domain/values/parts-sum";
import { formatDecimal } from "@/lib/domain/values/rational";
import type { Value } from "@/lib/domain/values/value";
import type { DimensionView } from "@/lib/views/report-view";

/** The sum of a cell's parts along some dimensions, in each measure; undefined where no part is given. */
export type RunningSums = (cell: CellKey, by: readonly string[]) => Partial<Record<Measure, DecimalRange>>;

/** Whether the parts of such an indicator make a sum at all: a median or a rate by sex doesn't. */
export const addsUp = ({ type, aggregation }: Pick<IndicatorRules, "type" | "aggregation">): boolean =>
  type === "percentage" || (type === "number" && aggregation === "sum");

/**
 * The sums under a table while it is typed in: exact decimals, a range where a part is censored or may stand beside one
 * that contains it. The same sums that the warnings about parts speak of.
 */
export function runningSums(
  table: string,
  dimensions: readonly DimensionView[],
  values: ReadonlyMap<CellKey, Value>,
): RunningSums {
  const measures: Measure[] = ["number", "numerator", "denominator"];
  const sums = new Map<string, Partial<Record<Measure, DecimalRange>>>();
  for (const measure of measures)
    for (const { cell, parts } of partsInTable(table, dimensions, rangesOf(values, measure))) {
      const { low, high } = parts.sum;
      const place = `${cell} ${parts.by.join("*")}`;
      sums.set(place, { ...sums.get(place), [measure]: { from: formatDecimal(low), to: formatDecimal(high) } });
    }
  const order = new Map(dimensions.map(({ code }, index) => [code, index]));
  return (cell, by) => sums.get(`${cell} ${[...by].sort((a, b) => order.get(a)! - order.get(b)!).join("*")}`) ?? {};
}
