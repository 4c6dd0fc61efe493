/** Rows of a page, where a reader doesn't want all of them. */
export const pageSizes = [25, 50] as const;
type PageSize = (typeof pageSizes)[number];

/** Where in an address a table is asked for, and what it is when nothing is asked. */
export interface TablePlace {
  /** Of one that isn't the page's main one: its part of the address begins with it, as in `waiting.sort`. */
  name?: string;
  /** Rows of a page; none: all rows. */
  size?: PageSize;
}

/** What a table offers to be ordered by and to be left out, by the names of its columns. */
export interface TableColumns extends TablePlace {
  sortable: readonly string[];
  hideable: readonly string[];
}

/** What a reader has asked of a table. */
export interface TableView {
  /** Words that a row must have. */
  find: string;
  /** The column that rows are ordered by, after `-` from its end; empty: the table's own order. */
  sort: string;
  hidden: readonly string[];
  /** null: all rows. */
  size: PageSize | null;
  /** From 1; the table may have fewer. */
  page: number;
}

export const wholeTable: TableView = { find: "", sort: "", hidden: [], size: null, page: 1 };

/** Characters of the words to find. */
export const longestFind = 100;
/** What stands for it in an address. */
export function tableNames({ name }: TablePlace) {
  const of = name ? `${name}.` : "";
  return { find: `${of}find`, sort: `${of}sort`, hidden: `${of}hide`, size: `${of}rows`, page: `${of}page` };
}

export const asksForTable = (query: URLSearchParams, table: TablePlace): boolean =>
  Object.values(tableNames(table)).some((name) => query.has(name));

/** The query that asks for it; what else stands in the present one stays. */
export function queryOfTable(view: TableView, present: URLSearchParams, table: TablePlace = {}): URLSearchParams {
  const query = new URLSearchParams(present);
  const names = tableNames(table);
  const asked: Record<string, string> = {
    [names.find]: view.find.trim(),
    [names.sort]: view.sort,
    [names.hidden]: view.hidden.join("."),
    [names.size]: view.size === null || view.size === table.size ? "" : String(view.size),
    [names.page]: view.size === null || view.page === 1 ? "" : String(view.page),
  };
  for (const [name, value] of Object.entries(asked))
    if (value) query.set(name, value);
    else query.delete(name);
  return query;
}
