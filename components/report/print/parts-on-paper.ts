import { partsLayouts } from "@/components/entry/parts/parts-layout";
import { categoryNames } from "@/lib/charts/cell-name";
import { type CellKey, formatCellKey, parseCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { DimensionView, TableView } from "@/lib/views/report-view";

/** Parts one after the other. */
interface PartsLine {
  /** Names of the dimensions that they are counted by; none for parts that no table of the indicator has any more. */
  dimensions: string[];
  parts: { name: string; cell: CellKey }[];
}

/** Two dimensions crossed; of three, once for each category of the first. A name of null is all of its dimension. */
interface PartsTable {
  rows: string;
  columns: { key: string; name: string | null }[];
  /** What the groups are; null where there is but one. */
  by: string | null;
  groups: { key: string; name: string | null; lines: { key: string; name: string | null; cells: CellKey[] }[] }[];
}

export type PartsOnPaper = PartsLine | PartsTable;

/** More columns have no room side by side on A4. */
const mostColumns = 8;

/** A category, or all of a dimension. */
interface Side {
  key: string;
  name: string | null;
  pair: readonly [dimension: string, category: string] | null;
}

const all: Side = { key: "", name: null, pair: null };
const sidesOf = ({ code, categories }: DimensionView): Side[] => [
  ...categories.map((category) => ({ key: category.code, name: category.name, pair: [code, category.code] as const })),
  all,
];

/**
 * What was entered by part, in the framework's order: what crosses two dimensions or three as tables with their sums at the
 * edges, what is counted by one as a line. Categories without any value are left out, and each part stands somewhere.
 */
export function partsOnPaper(
  given: readonly CellKey[],
  tables: readonly TableView[],
  dimensions: readonly DimensionView[],
): PartsOnPaper[] {
  const parts = new Set(given.filter((cell) => cell !== totalCell));
  const left = new Set(parts);
  const keyOf = (...sides: Side[]): CellKey =>
    formatCellKey(new Map(sides.flatMap(({ pair }) => (pair ? [pair] : []))), dimensions);
  const lineOf = (cells: readonly CellKey[], isOfTable = true): PartsLine => {
    const of = new Set(cells.flatMap((cell) => [...(parseCellKey(cell)?.keys() ?? [])]));
    const by = dimensions.filter(({ code }) => of.has(code));
    const named = isOfTable ? by : dimensions;
    return {
      dimensions: isOfTable ? by.map(({ name }) => name) : [],
      parts: cells.map((cell) => ({ name: categoryNames(cell, named).join(", ") || cell, cell })),
    };
  };
  const drawn = partsLayouts(tables, dimensions).flatMap(({ list, grid }): PartsOnPaper[] => {
    const down = grid ? sidesOf(grid.rows) : sidesOf(list!);
    const across = grid ? sidesOf(grid.columns) : [all];
    const cellsOf = (group: Side) => down.flatMap((row) => across.map((column) => keyOf(group, row, column)));
    // What another table shows already, as all of the first dimension, isn't shown again.
    const groups = (grid && list ? sidesOf(list) : [all]).filter((group) =>
      cellsOf(group).some((cell) => left.has(cell)),
    );
    if (groups.length === 0) return [];
    const own = groups.flatMap(cellsOf).filter((cell) => parts.has(cell));
    for (const cell of own) left.delete(cell);
    const anyOf = (those: readonly Side[], others: readonly Side[]) =>
      those.filter((one) => groups.some((group) => others.some((other) => parts.has(keyOf(group, one, other)))));
    const [rows, columns] = [anyOf(down, across), anyOf(across, down)];
    if (!grid || !rows.some(({ pair }) => pair) || !columns.some(({ pair }) => pair)) return [lineOf(own)];
    const isTurned = columns.length > mostColumns && columns.length > rows.length;
    const [lines, heads] = isTurned ? [columns, rows] : [rows, columns];
    const chunks = Array.from({ length: Math.ceil(heads.length / mostColumns) }, (_, at) =>
      heads.slice(at * mostColumns, (at + 1) * mostColumns),
    );
    return chunks.map((chunk) => ({
      by: list?.name ?? null,
      rows: (isTurned ? grid.columns : grid.rows).name,
      columns: chunk,
      groups: groups.flatMap((group) => {
        const filled = lines.filter((line) => chunk.some((column) => parts.has(keyOf(group, line, column))));
        if (filled.length === 0) return [];
        return [
          {
            key: group.key,
            name: group.name,
            lines: filled.map((line) => ({
              key: line.key,
              name: line.name,
              cells: chunk.map((column) => keyOf(group, line, column)),
            })),
          },
        ];
      }),
    }));
  });
  return left.size === 0 ? drawn : [...drawn, lineOf([...left], false)];
}

/** How many lines of paper that takes, or a few more. */
export const linesOf = (drawn: readonly PartsOnPaper[]): number =>
  drawn.reduce(
    (sum, one) => sum + ("parts" in one ? one.parts.length / 3 : one.groups.flatMap(({ lines }) => lines).length) + 1,
    0,
  );
