import { useLayoutEffect, useState } from "react";
import { asksForTable, type TableColumns, type TableView, wholeTable } from "@/lib/schemas/addresses/table-view";
import { endWaiting, rememberTable } from "./table-address";

/**
 * What the address asks of the page's table, and how to ask for something else.
 * @param asked as the server read it; null on a prerendered page, where only the browser knows the query
 */
export function useTableView(columns: TableColumns, asked: TableView | null) {
  const [view, setView] = useState(asked ?? wholeTable);
  const [live, setLive] = useState(false);
  // Before the browser paints, so that nothing is seen whole and then narrowed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page becomes live
  useLayoutEffect(() => {
    const query = new URLSearchParams(location.search);
    if (asked !== null || !asksForTable(query)) {
      setLive(true);
      return;
    }
    // Few addresses ask for anything: the others needn't load what reads them.
    import("@/lib/schemas/addresses/read-table-view").then(
      ({ tableViewOf }) => {
        setView(tableViewOf(query, columns));
        setLive(true);
      },
      () => setLive(true),
    );
  }, []);
  useLayoutEffect(() => {
    if (live) endWaiting();
  }, [live]);
  const ask = (change: Partial<TableView>) => {
    const next = { ...view, page: 1, ...change };
    setView(next);
    rememberTable(next);
  };
  return { view, ask, live };
}
