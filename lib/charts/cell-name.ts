import { type CellKey, parseCellKey, totalCell } from "@/lib/domain/disaggregation";
import type { DimensionView } from "@/lib/schemas/report-view";

/**
 * A cell in words: `Female, 0–17`. A category whose name occurs in several dimensions says of which it is: `Age: Unknown`.
 * Codes stand where a dimension or category isn't known.
 */
export function cellName(cell: CellKey, dimensions: readonly DimensionView[], total: string): string {
  if (cell === totalCell) return total;
  const names = [...(parseCellKey(cell) ?? [])].map(([code, categoryCode]) => {
    const dimension = dimensions.find((each) => each.code === code);
    const name = dimension?.categories.find((category) => category.code === categoryCode)?.name ?? categoryCode;
    const others = dimensions.filter((each) => each !== dimension);
    const isShared = others.some(({ categories }) => categories.some((category) => category.name === name));
    return isShared && dimension ? `${dimension.name}: ${name}` : name;
  });
  return names.join(", ") || cell;
}
