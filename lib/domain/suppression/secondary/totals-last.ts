import type { SettledValues } from "../tables/settle-sums";

/** Without the totals, if anything else is left: what may give way now. */
export function cellsFirst({ values }: Pick<SettledValues, "values">, able: readonly number[]): number[] {
  const cells = able.filter((place) => !values[place]!.isTotal);
  return cells.length > 0 ? cells : [...able];
}
