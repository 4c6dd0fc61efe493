import { type CellKey, parseCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { DimensionView } from "@/lib/views/report-view";

/**
 * A cell in words: `Female, 0–17`. A category whose name occurs in several dimensions says of which it is: `Age: Unknown`.
 * Codes stand where a dimension or category isn't known.
 */
export function cellName(cell: CellKey, dimensions: readonly DimensionView[], total: string): string {
  return cell === totalCell ? total : categoryNames(cell, dimensions).join(", ") || cell;
}

/** The categories of a cell by name, in its order; `Age: Unknown` where two of the dimensions have such a category. */
export function categoryNames(cell: CellKey, dimensions: readonly DimensionView[]): string[] {
  return partsOf(cell, dimensions).map(({ dimension, name }) => {
    const others = dimensions.filter((each) => each !== dimension);
    const isShared = others.some(({ categories }) => categories.some((category) => category.name === name));
    return isShared && dimension ? `${dimension.name}: ${name}` : name;
  });
}

/** A cell in words where nothing around it says what is counted by: `Sex: Female, Age: 0–17`. */
export function fullCellName(cell: CellKey, dimensions: readonly DimensionView[], total: string): string {
  if (cell === totalCell) return total;
  return (
    partsOf(cell, dimensions)
      .map(({ code, dimension, name }) => `${dimension?.name ?? code}: ${name}`)
      .join(", ") || cell
  );
}

function partsOf(cell: CellKey, dimensions: readonly DimensionView[]) {
  return [...(parseCellKey(cell) ?? [])].map(([code, categoryCode]) => {
    const dimension = dimensions.find((each) => each.code === code);
    const name = dimension?.categories.find((category) => category.code === categoryCode)?.name ?? categoryCode;
    return { code, dimension, name };
  });
}
