import { flexRender, type Row, type RowData } from "@tanstack/react-table";
import { memo } from "react";
import type { Features } from "./columns";

interface Props {
  row: Row<Features, RowData>;
  /** Which columns aren't shown: their row is drawn anew only then. */
  columns: string;
  isOff: boolean;
}

/** On a phone the heads are gone, and each cell says what it is. A row of another page is there for paper. */
export const TableRow = memo(function TableRow({ row, isOff }: Props) {
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
