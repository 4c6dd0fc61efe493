import type { CellKey } from "@/lib/domain/framework/disaggregation";

/** A cell of a table of parts: how far down it stands, and how far across. */
export type Corner = readonly [down: number, across: number];

type Grid = readonly (readonly CellKey[])[];

/** Where a cell stands; null for one that isn't in the table. */
export function cornersOf(grid: Grid, cell: CellKey): Corner | null {
  const down = grid.findIndex((row) => row.includes(cell));
  return down < 0 ? null : [down, grid[down]!.indexOf(cell)];
}

export const cellAt = (grid: Grid, [down, across]: Corner): CellKey => grid[down]![across]!;

/** The rows of the rectangle between two cells; the last row of a table with sums has no cell at its end. */
export function cellsBetween(grid: Grid, [down, across]: Corner, [toDown, toAcross]: Corner): CellKey[][] {
  const [left, right] = [Math.min(across, toAcross), Math.max(across, toAcross)];
  return grid.slice(Math.min(down, toDown), Math.max(down, toDown) + 1).map((row) => row.slice(left, right + 1));
}

/** One cell further, as far as there are any. */
export function movedCorner(grid: Grid, [down, across]: Corner, direction: "up" | "down" | "left" | "right"): Corner {
  const step = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] } as const;
  const [by, over] = step[direction];
  const next: Corner = [down + by, across + over];
  return grid[next[0]]?.[next[1]] === undefined ? [down, across] : next;
}
