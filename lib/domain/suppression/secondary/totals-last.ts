import type { SettledFigures } from "../tables/settle-sums";

/** Without the totals, if anything else is left: what may give way now. */
export function cellsFirst({ figures }: Pick<SettledFigures, "figures">, able: readonly number[]): number[] {
  const cells = able.filter((figure) => !figures[figure]!.isTotal);
  return cells.length > 0 ? cells : [...able];
}
