"use client";

import { flexRender, type Header, type Row, type RowData, useTable } from "@tanstack/react-table";
import { useRouter } from "next/navigation";
import { memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Icon } from "@/components/ui/icon";
import {
  asksForTable,
  queryOfTable,
  type TableColumns,
  type TablePlace,
  type TableView,
  wholeTable,
} from "@/lib/schemas/addresses/table-view";
import { hasWords } from "@/lib/views/found-text";
import { columnDefs, type DataColumn, type Features, features, offeredBy } from "./columns";
import { endWaiting, rememberTable } from "./table-address";
import type { TableLabels } from "./table-labels";
import { TableTools } from "./table-tools";

/** Rows in their own order stand under heads, each with an anchor. */
interface RowGroups<Line> {
  of: (row: Line) => string;
  head: (group: string) => ReactNode;
}

interface ServedRows {
  /** Rows that there are, and those that are found. */
  total: number;
  found: number;
}

const sortCode = (column: string, way: "asc" | "desc" | false) =>
  way === false ? "" : `${way === "desc" ? "-" : ""}${column}`;

/**
 * A head sorts as soon as a script runs, and before where the server can; it always looks the same, so that nothing moves.
 * @param hrefOf the page in that order; null on a prerendered page
 */
function TableHead<Line extends RowData>({
  header,
  live,
  hrefOf,
}: {
  header: Header<Features, Line, unknown>;
  live: boolean;
  hrefOf: ((change: Partial<TableView>) => string) | null;
}) {
  const { column } = header;
  const look = column.columnDef.meta;
  const sorted = column.getIsSorted();
  const words = (
    <>
      {look?.head}
      {column.getCanSort() && <Icon name={sorted === "asc" ? "arrowUp" : sorted ? "arrowDown" : "sort"} />}
    </>
  );
  return (
    <th
      scope="col"
      className={look?.className}
      aria-sort={sorted === "asc" ? "ascending" : sorted ? "descending" : undefined}
    >
      {column.getCanSort() && live ? (
        <button type="button" className="sort" onClick={column.getToggleSortingHandler()}>
          {words}
        </button>
      ) : column.getCanSort() && hrefOf ? (
        <a className="sort" href={hrefOf({ sort: sortCode(column.id, column.getNextSortingOrder()) })}>
          {words}
        </a>
      ) : (
        <span className="sort">{words}</span>
      )}
    </th>
  );
}

/** Turns the pages of a table; in the browser its buttons stay where they are, so that none loses the focus. */
function TablePages({
  page,
  pages,
  labels,
  hrefOf,
  onTurn,
}: {
  page: number;
  pages: number;
  labels: TableLabels;
  /** Of a page, where the server can show it and no script runs yet. */
  hrefOf: ((change: Partial<TableView>) => string) | null;
  onTurn: (page: number) => void;
}) {
  if (pages < 2) return null;
  const turn = (label: string, to: number) => {
    const isThere = to >= 1 && to <= pages;
    return hrefOf && isThere ? (
      <a className="btn" href={hrefOf({ page: to })}>
        {label}
      </a>
    ) : (
      <button type="button" className="btn" aria-disabled={!isThere} onClick={() => isThere && onTurn(to)}>
        {label}
      </button>
    );
  };
  return (
    <nav aria-label={labels.pages} className="table-pages">
      {turn(labels.previous, page - 1)}
      <span>{labels.page.replace("{page}", String(page)).replace("{pages}", String(pages))}</span>
      {turn(labels.next, page + 1)}
    </nav>
  );
}

interface Props {
  row: Row<Features, RowData>;
  /** Which columns aren't shown: their row is drawn anew only then. */
  columns: string;
  isOff: boolean;
}

/** On a phone the heads are gone, and each cell says what it is. A row of another page is there for paper. */
const TableRow = memo(function TableRow({ row, isOff }: Props) {
  return (
    <tr className={isOff ? "off-page" : undefined}>
      {row.getVisibleCells().map((cell, index) => {
        const { cell: template, meta: look } = cell.column.columnDef;
        const content = flexRender(template, cell.getContext());
        return index === 0 ? (
          <th key={cell.id} scope="row">
            {content}
          </th>
        ) : (
          <td key={cell.id} data-name={look?.head} className={look?.className}>
            {content}
          </td>
        );
      })}
    </tr>
  );
});

/**
 * A link on the page to a group's anchor finds it also while the rows stand in another order, are narrowed to others, or
 * are those of another page.
 * @param open shows the group of that anchor; nothing for an anchor of something else
 */
function useGroupAnchors(open: (anchor: string) => void): void {
  useEffect(() => {
    const follow = () => {
      const anchor = decodeURIComponent(location.hash.slice(1));
      if (anchor === "" || document.getElementById(anchor)?.getClientRects().length) return;
      flushSync(() => open(anchor));
      document.getElementById(anchor)?.scrollIntoView();
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [open]);
}

/** Words are asked for when nobody types any more. */
const afterTypingMs = 300;

/**
 * What the address asks of the page's table, and how to ask for something else.
 * @param asked as the server read it; null on a prerendered page, where only the browser knows the query
 * @param isServed the server shows what is asked for
 */
function useTableView(columns: TableColumns, asked: TableView | null, isServed: boolean) {
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

/**
 * A table whose reader sorts, finds, leaves out columns and turns pages, all of it kept in the address; on a phone its rows
 * are cards. The server draws it whole, which is what a page without script keeps. Where several stand on a page,
 * all but the main one have a name, which their part of the address begins with.
 */
export function DataTable<Line extends RowData>({
  id,
  place = {},
  rows,
  columns,
  keyOf,
  textOf,
  groups,
  caption,
  labels,
  locale,
  asked,
  beside = "",
  served,
}: {
  /** What a row is: ends the ids of its controls, as in `find-indicator`. */
  id: string;
  place?: TablePlace;
  /** In their own order. They and the columns stay the same objects while the page does. */
  rows: readonly Line[];
  columns: readonly DataColumn<Line>[];
  keyOf: (row: Line) => string;
  /** The words that a row is found by. */
  textOf: (row: Line) => string;
  groups?: RowGroups<Line>;
  caption: string;
  labels: TableLabels;
  locale: string;
  /** What the address asks for, as the server read it; null on a prerendered page. */
  asked: TableView | null;
  /** The query that asks for what the page's other tables show. */
  beside?: string;
  /** Of a list that is too long to be sent: the server found, ordered and cut the rows. */
  served?: ServedRows;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { view, ask, live } = useTableView({ ...offeredBy(columns), ...place }, asked, served !== undefined);
  const defs = useMemo(() => columnDefs(columns, locale), [columns, locale]);
  const sorting = view.sort === "" ? [] : [{ id: view.sort.replace(/^-/, ""), desc: view.sort.startsWith("-") }];
  const isFound = hasWords(view.find, locale);
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: keyOf,
    // One column stands for the row: its words are looked for together.
    getColumnCanGlobalFilter: (column) => column.id === columns[0]?.id,
    globalFilterFn: (row: Row<Features, Line>) => isFound(textOf(row.original)),
    enableMultiSort: false,
    sortDescFirst: false,
    state: {
      sorting,
      globalFilter: view.find.trim(),
      columnVisibility: Object.fromEntries(view.hidden.map((column) => [column, false])),
      columnFilters: [],
    },
    onSortingChange: (update) => {
      const [first] = typeof update === "function" ? update(sorting) : update;
      ask({ sort: first ? sortCode(first.id, first.desc ? "desc" : "asc") : "" });
    },
  });
  const found = (served ? table.getCoreRowModel() : table.getRowModel()).rows;
  const [total, shown] = served ? [served.total, served.found] : [rows.length, found.length];
  const size = view.size ?? Math.max(shown, 1);
  const pages = Math.max(Math.ceil(shown / size), 1);
  const page = Math.min(view.page, pages);
  const onPage = new Set((served ? found : found.slice((page - 1) * size, page * size)).map((row) => row.id));
  const shownColumns = table.getVisibleLeafColumns();
  const sections = groups && view.sort === "" ? inGroups(found, groups.of) : [["", found] as const];
  useGroupAnchors((anchor) => {
    const index = rows.findIndex((row) => groups?.of(row) === anchor);
    if (index >= 0) ask({ find: "", sort: "", page: view.size === null ? 1 : Math.floor(index / view.size) + 1 });
  });
  const hrefOf = (change: Partial<TableView>) =>
    `?${queryOfTable({ ...view, page: 1, ...change }, new URLSearchParams(beside), place)}`;
  const turn = (to: number) => {
    ask({ page: to });
    box.current?.scrollIntoView({ block: "start" });
  };
  return (
    <div className={`data-table of-${id}`} ref={box}>
      <TableTools
        {...{ id, view, ask, live, labels, columns, total }}
        isPaged={served !== undefined}
        found={view.find.trim() !== "" && told(labels.found, { shown, total })}
        onPage={pages > 1 && told(labels.page, { page, pages })}
      />
      {found.length === 0 ? (
        <p className="none">{labels.foundNone}</p>
      ) : (
        <div className="scroll">
          <table className="data stack">
            <caption className="vh">{caption}</caption>
            <thead>
              <tr>
                {table.getFlatHeaders().map((header) => (
                  <TableHead key={header.id} header={header} live={live} hrefOf={asked && hrefOf} />
                ))}
              </tr>
            </thead>
            {sections.map(([group, rows]) => (
              <tbody
                key={group}
                id={group || undefined}
                className={rows.some((row) => onPage.has(row.id)) ? undefined : "off-page"}
              >
                {groups && group !== "" && (
                  <tr className="group">
                    <td colSpan={shownColumns.length}>{groups.head(group)}</td>
                  </tr>
                )}
                {rows.map((row) => (
                  <TableRow
                    key={row.id}
                    row={row as Row<Features, RowData>}
                    columns={view.hidden.join()}
                    isOff={!onPage.has(row.id)}
                  />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
      <TablePages {...{ page, pages, labels }} hrefOf={live ? null : asked && hrefOf} onTurn={turn} />
    </div>
  );
}

const told = (label: string, values: Record<string, number>) =>
  label.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** Rows that follow each other in one group. */
function inGroups<Line extends RowData>(
  rows: readonly Row<Features, Line>[],
  groupOf: (row: Line) => string,
): (readonly [string, Row<Features, Line>[]])[] {
  const sections = new Map<string, Row<Features, Line>[]>();
  for (const row of rows) {
    const group = groupOf(row.original);
    sections.set(group, [...(sections.get(group) ?? []), row]);
  }
  return [...sections];
}
