/** In which sense a column has a first and a last row. */
export type ColumnOrder = "text" | "number" | "status" | "day";

/** What is said about the rows of one table. */
export interface RowLabels {
  find: string;
  /** With `{shown}` and `{total}` to be put in. */
  found: string;
  foundNone: string;
  /** Names the order that rows have by themselves. */
  ownOrder: string;
}

export interface TableLabels extends RowLabels {
  columns: string;
  sort: string;
  /** With `{column}`; from its first, and from its last. */
  up: Record<ColumnOrder, string>;
  down: Record<ColumnOrder, string>;
  rows: string;
  allRows: string;
  showAll: string;
  pages: string;
  /** With `{page}` and `{pages}`. */
  page: string;
  previous: string;
  next: string;
}
