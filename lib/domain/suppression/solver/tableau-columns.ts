import { balanceOf, type LinearRule, type System, unbounded } from "./whole-numbers";

/** The columns that a tableau begins with: the open counts, and then what inequalities leave over. */
interface TableauColumns {
  /** Each column's factors, row by row: a row for each rule in which one of the counts stands. */
  columns: Float64Array[];
  rows: number;
  /** For each column a value, so that all rules are kept. Bounds are given for what is left over only. */
  near: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

/** @param near values of all counts that keep every rule */
export function tableauColumns(system: System, near: Float64Array, counts: readonly number[]): TableauColumns {
  const columnOf = new Map(counts.map((count, column) => [count, column]));
  const ruleIds = [...new Set(counts.flatMap((count) => system.termsOf[count]!.map(({ rule }) => rule)))];
  const rules = ruleIds.map((rule) => system.rules[rule]!);
  const unequal = [...rules.entries()].filter(([, { least, most }]) => least !== most);
  const width = counts.length + unequal.length;
  const result: TableauColumns = {
    columns: Array.from({ length: width }, () => new Float64Array(rules.length)),
    rows: rules.length,
    near: new Float64Array(width),
    low: new Float64Array(width),
    high: new Float64Array(width),
  };
  for (const [column, count] of counts.entries()) result.near[column] = near[count]!;
  for (const [at, rule] of rules.entries()) {
    for (let term = 0; term < rule.counts.length; term++) {
      const column = columnOf.get(rule.counts[term]!);
      if (column !== undefined) result.columns[column]![at]! += rule.signs[term]!;
    }
  }
  for (const [index, [at, rule]] of unequal.entries()) leaveOver(result, counts.length + index, at, rule, near);
  return result;
}

/** What a rule leaves over up to its `most` lies from 0 to most - least. */
function leaveOver(result: TableauColumns, column: number, at: number, rule: LinearRule, near: Float64Array) {
  const most = Math.min(rule.most, unbounded);
  result.columns[column]![at] = 1;
  result.near[column] = most - balanceOf(rule, near);
  result.low[column] = rule.most > unbounded ? -2 * unbounded : 0;
  result.high[column] = most - Math.max(rule.least, -2 * unbounded);
}
