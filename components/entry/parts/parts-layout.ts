import { dimensionsOfTable } from "@/lib/domain/framework/disaggregation";
import type { DimensionView, TableView } from "@/lib/views/report-view";

/**
 * How a disaggregation table is drawn: a list of one dimension's categories, a grid of two, or a list whose categories
 * open a grid of the two others.
 */
export interface PartsLayout {
  table: string;
  list: DimensionView | null;
  grid: { rows: DimensionView; columns: DimensionView } | null;
}

/** A table of one dimension is left out where another shows the same cells beside its own: as its sums, or as its list. */
export function partsLayouts(tables: readonly TableView[], dimensions: readonly DimensionView[]): PartsLayout[] {
  const crossed = tables.map(({ code }) => dimensionsOfTable(code));
  const isShownBy = (code: string, other: readonly string[]) =>
    other.length === 2 ? other.includes(code) : other.length > 2 && other[0] === code;
  return crossed.flatMap((codes): PartsLayout[] => {
    const [only] = codes;
    if (codes.length === 1 && crossed.some((other) => isShownBy(only!, other))) return [];
    const of = codes.flatMap((code) => dimensions.filter((dimension) => dimension.code === code));
    const [rows, columns] = of.slice(-2);
    return [
      {
        table: codes.join("*"),
        list: of.length === 2 ? null : of[0]!,
        grid: rows && columns && of.length > 1 ? { rows, columns } : null,
      },
    ];
  });
}
