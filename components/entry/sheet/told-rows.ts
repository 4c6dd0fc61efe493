/** Told again after so many rows: each telling draws the sheet. */
const step = 8;

/** The first and the last row in view, or a few beyond. */
export interface RowsTold {
  from: number;
  to: number;
}

/**
 * Which rows are told to be in view.
 * @param seen places of the rows that are seen
 * @returns null where none is: what was told stays, and rows that have their fields by then keep them
 */
export function toldOf(seen: ReadonlySet<number>): RowsTold | null {
  if (seen.size === 0) return null;
  return { from: Math.floor(Math.min(...seen) / step) * step, to: Math.ceil(Math.max(...seen) / step) * step };
}
