"use client";

import { flexRender, type Header, type Row, type RowData, useTable } from "@tanstack/react-table";
import { memo, type ReactNode, useMemo, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { queryOfTable, type TableView } from "@/lib/schemas/addresses/table-view";
import { columnDefs, type DataColumn, type Features, features, offeredBy } from "./columns";
import type { TableLabels } from "./table-labels";
import { TablePages } from "./table-pages";
import { TableTools } from "./table-tools";
import { useTableView } from "./use-table-view";

/** Rows in their own order stand under heads, each with an anchor. */
interface RowGroups<Line> {
  of: (row: Line) => string;
  head: (group: string) => ReactNode;
}

/**
 * A table whose reader sorts, finds, leaves out columns and turns pages, all of it kept in the address; on a phone its rows
 * are cards. The server draws it whole, which is what a page without script keeps. One of them stands on a page.
 */
export function DataTable<Line extends RowData>({
  id,
  rows,
  columns,
  keyOf,
  textOf,
  groups,
  caption,
  labels,
  locale,
  asked,
}: {
  /** What a row is: ends the ids of its controls, as in `find-indicator`. */
  id: string;
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
}) {
  const box = useRef<HTMLDivElement>(null);
  const { view, ask, live } = useTableView(offeredBy(columns), asked);
  const defs = useMemo(() => columnDefs(columns, locale), [columns, locale]);
  const sorting = view.sort === "" ? [] : [{ id: view.sort.replace(/^-/, ""), desc: view.sort.startsWith("-") }];
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: keyOf,
    // One column stands for the row: its words are looked for together.
    getColumnCanGlobalFilter: (column) => column.id === columns[0]?.id,
    globalFilterFn: (row: Row<Features, Line>, _column: string, find: string) => {
      const text = findable(textOf(row.original), locale);
      return find.split(/\s+/).every((word) => text.includes(word));
    },
    enableMultiSort: false,
    sortDescFirst: false,
    state: {
      sorting,
      globalFilter: findable(view.find, locale).trim(),
      columnVisibility: Object.fromEntries(view.hidden.map((column) => [column, false])),
      columnFilters: [],
    },
    onSortingChange: (update) => {
      const [first] = typeof update === "function" ? update(sorting) : update;
      ask({ sort: first ? sortCode(first.id, first.desc ? "desc" : "asc") : "" });
    },
  });
  const found = table.getRowModel().rows;
  const size = view.size ?? Math.max(found.length, 1);
  const pages = Math.max(Math.ceil(found.length / size), 1);
  const page = Math.min(view.page, pages);
  const onPage = new Set(found.slice((page - 1) * size, page * size).map((row) => row.id));
  const shownColumns = table.getVisibleLeafColumns();
  const sections = groups && view.sort === "" ? inGroups(found, groups.of) : [["", found] as const];
  const hrefOf = (sort: string) => `?${queryOfTable({ ...view, sort, page: 1 }, new URLSearchParams())}`;
  const turn = (to: number) => {
    ask({ page: to });
    box.current?.scrollIntoView({ block: "start" });
  };
  return (
    <div className={`data-table of-${id}`} ref={box}>
      <TableTools
        {...{ id, view, ask, live, labels, columns }}
        total={rows.length}
        found={view.find.trim() !== "" && told(labels.found, { shown: found.length, total: rows.length })}
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
                  <Head key={header.id} header={header} live={live} hrefOf={asked && hrefOf} />
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
                  <BodyRow
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
      <TablePages {...{ page, pages, labels }} onTurn={turn} />
    </div>
  );
}

/** Without what only a machine sees: a pasted word may bring marks of direction or places to break. */
const findable = (text: string, locale: string) =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLocaleLowerCase(locale);

const told = (label: string, values: Record<string, number>) =>
  label.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

const sortCode = (column: string, way: "asc" | "desc" | false) =>
  way === false ? "" : `${way === "desc" ? "-" : ""}${column}`;

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

/**
 * A head sorts as soon as a script runs, and before where the server can; it always looks the same, so that nothing moves.
 * @param hrefOf the page in that order; null on a prerendered page
 */
function Head<Line extends RowData>({
  header,
  live,
  hrefOf,
}: {
  header: Header<Features, Line, unknown>;
  live: boolean;
  hrefOf: ((sort: string) => string) | null;
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
      className={look?.isNumber ? "n" : undefined}
      aria-sort={sorted === "asc" ? "ascending" : sorted ? "descending" : undefined}
    >
      {column.getCanSort() && live ? (
        <button type="button" className="sort" onClick={column.getToggleSortingHandler()}>
          {words}
        </button>
      ) : column.getCanSort() && hrefOf ? (
        <a className="sort" href={hrefOf(sortCode(column.id, column.getNextSortingOrder()))}>
          {words}
        </a>
      ) : (
        <span className="sort">{words}</span>
      )}
    </th>
  );
}

interface BodyRowProps {
  row: Row<Features, RowData>;
  /** Which columns aren't shown: their row is drawn anew only then. */
  columns: string;
  isOff: boolean;
}

/** On a phone the heads are gone, and each cell says what it is. A row of another page is there for paper. */
const BodyRow = memo(function BodyRow({ row, isOff }: BodyRowProps) {
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
          <td key={cell.id} data-name={look?.head} className={look?.isNumber ? "n" : undefined}>
            {content}
          </td>
        );
      })}
    </tr>
  );
});
