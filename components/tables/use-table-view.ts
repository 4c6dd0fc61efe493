import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef, useState } from "react";
import { asksForTable, type TableColumns, type TableView, wholeTable } from "@/lib/schemas/addresses/table-view";
import { endWaiting, rememberTable } from "./table-address";

/** Words are asked for when nobody types any more. */
const afterTypingMs = 300;

/**
 * What the address asks of the page's table, and how to ask for something else.
 * @param asked as the server read it; null on a prerendered page, where only the browser knows the query
 * @param isServed the server shows what is asked for
 */
export function useTableView(columns: TableColumns, asked: TableView | null, isServed: boolean) {
  const [view, setView] = useState(asked ?? wholeTable);
  const [live, setLive] = useState(false);
  const router = useRouter();
  const typing = useRef(0);
  // Before the browser paints, so that nothing is seen whole and then narrowed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page becomes live
  useLayoutEffect(() => {
    const query = new URLSearchParams(location.search);
    if (asked !== null || !asksForTable(query, columns)) {
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
    rememberTable(next, columns);
    if (!isServed) return;
    clearTimeout(typing.current);
    const read = () => router.replace(location.href, { scroll: false });
    typing.current = window.setTimeout(read, next.find === view.find ? 0 : afterTypingMs);
  };
  return { view, ask, live };
}
