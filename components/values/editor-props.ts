import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** What the sheet gives the editor of each type. */
export interface EditorProps {
  indicator: EntryIndicator;
  cell: CellKey;
  /** The indicator's title, or the part's name; read out only. */
  label: string;
  /** Its place in the sheet, for arrows and Enter; `column` counts fields, not cells. */
  row: string;
  column: number;
}
