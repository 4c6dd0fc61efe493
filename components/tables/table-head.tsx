import type { Header, RowData } from "@tanstack/react-table";
import { Icon } from "@/components/ui/icon";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { Features } from "./columns";

export const sortCode = (column: string, way: "asc" | "desc" | false) =>
  way === false ? "" : `${way === "desc" ? "-" : ""}${column}`;

/**
 * A head sorts as soon as a script runs, and before where the server can; it always looks the same, so that nothing moves.
 * @param hrefOf the page in that order; null on a prerendered page
 */
export function TableHead<Line extends RowData>({
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
