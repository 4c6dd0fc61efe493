import { queryOfTable, type TablePlace, type TableView, tableNames } from "@/lib/schemas/addresses/table-view";

/**
 * Runs before the table of a prerendered page is drawn: one that its address narrows isn't shown whole first (table.css),
 * for the page is the same whatever its query says.
 */
export const awaitTable = `{const asked=new URLSearchParams(location.search);if(${JSON.stringify(Object.values(tableNames({})))}.some(name=>asked.has(name)))document.documentElement.dataset.table=""}`;

/** The table is as it was asked for. */
export function endWaiting(): void {
  delete document.documentElement.dataset.table;
}

/** Without the place that a link led to: the rows may not stand there any more, and the link leads there again. */
export function rememberTable(view: TableView, table: TablePlace): void {
  const address = new URL(location.href);
  address.hash = "";
  address.search = queryOfTable(view, address.searchParams, table).toString();
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Safari takes a hundred in half a minute, which fast typing reaches; the next letter brings the words along.
  }
}
