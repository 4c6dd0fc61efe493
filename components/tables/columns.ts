import {
  type ColumnDef,
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  type RowData,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import type { TableColumns } from "@/lib/schemas/addresses/table-view";
import { textOrder } from "@/lib/views/found-text";
import type { ColumnOrder } from "./table-labels";

interface ColumnLook {
  head: string;
  order: ColumnOrder | null;
  className: string | undefined;
}

/** Pages are no feature of it: the rows of all of them are drawn, for paper. */
export const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  columnMeta: {} as ColumnLook,
});
export type Features = typeof features;

/** A column; the first one names the row, and is never left out. */
export interface DataColumn<Row> {
  id: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** What rows are ordered by, and in which sense; undefined in a row: it stands last, from whichever end. */
  sort?: { order: ColumnOrder; by: (row: Row) => string | number | undefined };
  isNumber?: boolean;
  /** It holds what can be done with a row, and nothing on paper. */
  isCommand?: boolean;
}

export function offeredBy<Row>(columns: readonly DataColumn<Row>[]): TableColumns {
  return {
    sortable: columns.filter(({ sort }) => sort).map(({ id }) => id),
    hideable: columns.slice(1).map(({ id }) => id),
  };
}

/** @param locale whose alphabet orders texts */
export function columnDefs<Row extends RowData>(
  columns: readonly DataColumn<Row>[],
  locale: string,
): ColumnDef<Features, Row>[] {
  const compare = textOrder(locale);
  return columns.map(({ id, head, cell, sort, isNumber, isCommand }, index) => ({
    id,
    accessorFn: (row: Row) => sort?.by(row),
    header: head,
    cell: ({ row }) => cell(row.original),
    enableHiding: index > 0,
    enableSorting: sort !== undefined,
    sortUndefined: "last",
    sortFn: (one, other) => {
      const [a, b] = [one.getValue(id), other.getValue(id)];
      return typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
    },
    meta: { head, order: sort?.order ?? null, className: isNumber ? "n" : isCommand ? "off-paper" : undefined },
  }));
}
