import type { CellContent, CellStyle, SheetChart } from "@/lib/exchange/xlsx/workbook";
import type { DataBook, DataIndicator } from "../data-book";
import type { PublicationDocument } from "../document";
import type { statusLooks } from "../look";
import * as looks from "./cell-looks";
import type { Totals } from "./totals";
import type { WorkbookWords } from "./words";

/** What a goal's sheet is made of. */
export interface GoalParts {
  document: PublicationDocument;
  book: DataBook;
  words: WorkbookWords;
  goal: DataBook["goals"][number];
  /** Those of the goal; at least one. */
  indicators: DataIndicator[];
  totals: Totals;
  /** The publication's own. */
  period: DataBook["periods"][number];
  /** Names of sheets. */
  names: { own: string; notes: string };
}

/** Rows under each other, with the charts that are drawn from them. Places are counted from the sheet's first row. */
export interface Block {
  rows: CellContent[][];
  charts: SheetChart[];
}

export const statusStyle = ({ fill, ink, edge }: (typeof statusLooks)[keyof typeof statusLooks]): CellStyle => ({
  ...looks.plain,
  align: "center",
  fill,
  ink,
  edge: edge ?? fill,
});
