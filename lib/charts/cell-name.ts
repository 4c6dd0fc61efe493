import { type CellKey, parseCellKey, totalCell } from "@/lib/domain/disaggregation";
import type { DimensionView } from "@/lib/schemas/report-view";

/** A cell in words: `Female, 0–17`. Codes stand where a dimension or category isn't known. */
export function cellName(cell: CellKey, dimensions: readonly DimensionView[], total: string): string {
  if (cell === totalCell) return total;
  const names = [...(parseCellKey(cell) ?? [])].map(([dimension, category]) => {
    const categories = dimensions.find(({ code }) => code === dimension)?.categories;
    return categories?.find(({ code }) => code === category)?.name ?? category;
  });
  return names.join(", ") || cell;
}
