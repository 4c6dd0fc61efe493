import type { SheetCell } from "@/components/entry/sheet/sheet-table";

/** What every cell of a row has: its look, and that a mouse marks it. */
export const cellProps = (cell: SheetCell, look: string, isMarked: boolean) => ({
  className: isMarked ? `${look} marked` : look,
  onMouseDown: cell.getSelectionStartHandler(),
  onMouseEnter: cell.getSelectionExtendHandler(),
});
