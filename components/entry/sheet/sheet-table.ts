import {
  type Cell,
  type ColumnDef,
  cellSelectionFeature,
  columnVisibilityFeature,
  type Row,
  tableFeatures,
} from "@tanstack/react-table";
import { type SheetColumn, sheetColumns } from "@/lib/schemas/addresses/sheet-view";
import type { EntryIndicator } from "@/lib/views/entry-view";

export const features = tableFeatures({ cellSelectionFeature, columnVisibilityFeature });
export type Features = typeof features;
export type SheetRow = Row<Features, EntryIndicator>;
export type SheetCell = Cell<Features, EntryIndicator, unknown>;

/** Earlier periods that stand beside the field; more would leave no room for it. */
const periodsBeside = 2;
const beforePrefix = "before ";
const earlierPrefix = "earlier ";

/** The period whose earlier value a column holds; null for others. */
export const periodOf = (column: string): string | null =>
  column.startsWith(beforePrefix) || column.startsWith(earlierPrefix) ? column.slice(column.indexOf(" ") + 1) : null;

/**
 * The columns of a sheet, in the order in which they stand.
 * @param periods codes of the earlier periods, the oldest first
 */
export function columnsOf(periods: readonly string[]): ColumnDef<Features, EntryIndicator>[] {
  const beside = periods.slice(-periodsBeside);
  const before = periods.slice(0, -periodsBeside);
  return [
    "indicator",
    ...before.map((period) => `${beforePrefix}${period}`),
    ...beside.map((period) => `${earlierPrefix}${period}`),
    "target",
    "limits",
    "value",
    "state",
    "comment",
    "who",
  ].map((id) => ({ id }));
}

/** Which of these columns show, by what a person chose. */
export function visibilityOf(
  columns: readonly ColumnDef<Features, EntryIndicator>[],
  chosen: readonly SheetColumn[],
): Record<string, boolean> {
  const kindOf = (id: string): string => (periodOf(id) === null ? id : id.slice(0, id.indexOf(" ")));
  const isChosen = (kind: string) =>
    !sheetColumns.some((column) => column === kind) || chosen.some((column) => column === kind);
  return Object.fromEntries(columns.map(({ id = "" }) => [id, isChosen(kindOf(id))]));
}
