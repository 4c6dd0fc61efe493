/** What a table offers to be ordered by and to be left out, by the names of its columns. */
export interface TableColumns {
  sortable: readonly string[];
  hideable: readonly string[];
}

/** Rows of a page, where a reader doesn't want all of them. */
export const pageSizes = [25, 50] as const;

/** What a reader has asked of a table. */
export interface TableView {
  /** Words that a row must have. */
  find: string;
  /** The column that rows are ordered by, after `-` from its end; empty: the table's own order. */
  sort: string;
  hidden: readonly string[];
  /** null: all rows. */
  size: (typeof pageSizes)[number] | null;
  /** From 1; the table may have fewer. */
  page: number;
}

export const wholeTable: TableView = { find: "", sort: "", hidden: [], size: null, page: 1 };

/** Characters of the words to find. */
export const longestFind = 100;
/** What stands for it in an address. */
export const tableNames = { find: "find", sort: "sort", hidden: "hide", size: "rows", page: "page" } as const;

export const asksForTable = (query: URLSearchParams): boolean =>
  Object.values(tableNames).some((name) => query.has(name));

/** The query that asks for it; what else stands in the present one stays. */
export function queryOfTable(view: TableView, present: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(present);
  const asked: Record<string, string> = {
    [tableNames.find]: view.find.trim(),
    [tableNames.sort]: view.sort,
    [tableNames.hidden]: view.hidden.join("."),
    [tableNames.size]: view.size === null ? "" : String(view.size),
    [tableNames.page]: view.size === null || view.page === 1 ? "" : String(view.page),
  };
  for (const [name, value] of Object.entries(asked))
    if (value) query.set(name, value);
    else query.delete(name);
  return query;
}
