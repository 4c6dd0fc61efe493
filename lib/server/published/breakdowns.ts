import "server-only";
import { categoryNames } from "@/lib/charts/cell-name";
import type { Breakdown, BreakdownRow } from "@/lib/charts/indicator-view";
import type { PublicFigure } from "@/lib/charts/public-figure";
import type { NamedUnit } from "@/lib/charts/results-plan";
import { cellsOfTable, dimensionsOfTable, totalCell } from "@/lib/domain/disaggregation";
import type { DimensionView } from "@/lib/schemas/report-view";

const missing: PublicFigure = { mark: "missing", reason: null };

/**
 * The figures by category: one dimension at a time, then the tables that cross several. Categories and tables in which
 * nobody has a figure are left out.
 * @param units whose report it is
 * @param region whose figures are worked out from theirs; null for none
 * @param absent what stands where a unit has no figure at all, not even a total
 */
export function breakdownsOf(
  tables: readonly string[],
  dimensions: readonly DimensionView[],
  units: readonly NamedUnit[],
  region: NamedUnit | null,
  figure: (unit: string, cell: string) => PublicFigure | undefined,
  absent: (unit: string) => PublicFigure,
): Breakdown[] {
  const single = [...new Set(tables.flatMap(dimensionsOfTable))];
  const crossed = tables.filter((table) => dimensionsOfTable(table).length > 1);
  return [...single, ...crossed].flatMap((key) => {
    const known = dimensionsOfTable(key).flatMap(
      (code) => dimensions.find((dimension) => dimension.code === code) ?? [],
    );
    const has = ({ code }: NamedUnit, cell: string) => (figure(code, cell)?.mark ?? "missing") !== "missing";
    const all = region ? [...units, region] : units;
    const cells = cellsOfTable(key, dimensions).interior.filter((cell) => all.some((unit) => has(unit, cell)));
    if (cells.length === 0) return [];
    const rowOf = ({ code, name }: NamedUnit): BreakdownRow => {
      const total = figure(code, totalCell);
      const none = total ? missing : absent(code);
      return {
        unit: { code, name },
        figures: cells.map((cell) => figure(code, cell) ?? none),
        total: total ?? none,
      };
    };
    return [
      {
        key,
        dimensions: known.map(({ name }) => name),
        isOpen: known.some(({ open }) => open),
        columns: cells.map((cell) => ({ cell, categories: categoryNames(cell, known) })),
        rows: units.map(rowOf),
        region: region && cells.some((cell) => has(region, cell)) ? rowOf(region) : null,
      },
    ];
  });
}
