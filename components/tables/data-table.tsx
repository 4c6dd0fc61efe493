"use client";

import { type Row, type RowData, useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo, useRef } from "react";
import { queryOfTable, type TablePlace, type TableView } from "@/lib/schemas/addresses/table-view";
import { hasWords } from "@/lib/views/found-text";
import { columnDefs, type DataColumn, type Features, features, offeredBy } from "./columns";
import { sortCode, TableHead } from "./table-head";
import type { TableLabels } from "./table-labels";
import { TablePages } from "./table-pages";
import { TableRow } from "./table-row";
import { TableTools } from "./table-tools";
import { useGroupAnchors } from "./use-group-anchors";
import { useTableView } from "./use-table-view";

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
