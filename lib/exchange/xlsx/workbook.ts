import type { IsoDate } from "@/lib/domain/framework/reporting-period";

// What a workbook is, for those who arrange one. Nothing here knows how it is written.

export interface Workbook {
  title: string;
  /** In a sentence what it is; read out when the file is opened. */
  description: string;
  /** Who publishes it. */
  author: string;
  /** BCP 47 */
  language: string;
  createdOn: IsoDate;
  /** Name of the type that cells are set in. */
  font: string;
  /** Colour of the lines behind charts. */
  grid: string;
  sheets: Sheet[];
}

export type Sheet = DrawnSheet | LongSheet;

/** Made for reading: every cell has its place and its look. */
export interface DrawnSheet {
  kind: "drawn";
  name: string;
  /** In characters, one a column. */
  widths: number[];
  rows: CellContent[][];
  /** Heights in points of the rows that don't fit their content by themselves. */
  heights?: ReadonlyMap<number, number>;
  /** Rows and columns that stay in sight. */
  frozen?: { rows: number; columns: number };
  /** The table that can be filtered, its head included. */
  filter?: Area;
  charts?: SheetChart[];
  /** Of the tab: `#0072b2`. */
  tab?: string;
  print?: SheetPrint;
}

/** Made for calculating: a head and any number of rows, written one after another without being held in memory. */
export interface LongSheet {
  kind: "long";
  name: string;
  columns: { name: string; width: number; kind: "text" | "number" | "date" }[];
  headStyle: CellStyle;
  rowCount: number;
  /** One text a column. A number column's text becomes a number where that keeps every digit, a day (`2017-05-12`) a date. */
  row: (index: number) => readonly string[];
  frozen: { rows: number; columns: number };
  print?: SheetPrint;
}

/** A text is a text whatever it looks like; null is an empty cell. */
export type CellContent = string | Cell | null;

export type Cell =
  | {
      text: string;
      style?: CellStyle;
      /** Name of the sheet it leads to. */
      link?: string;
    }
  /** A plain decimal: a number where that keeps every digit, with `places` after the point (by default its own), else a text. */
  | { decimal: string; places?: number; grouped?: boolean; style?: CellStyle };

/** Colours as `#17663f`. */
export interface CellStyle {
  bold?: boolean;
  italic?: boolean;
  /** In points. */
  size?: number;
  fill?: string;
  ink?: string;
  /** Of a frame around the cell. */
  edge?: string;
  align?: "left" | "center" | "right";
  /** From the top, where lines of a cell are more than one; the middle by default. */
  top?: boolean;
  wrap?: boolean;
}

/** Counted from 0, both ends included. */
export interface Area {
  firstRow: number;
  firstColumn: number;
  lastRow: number;
  lastColumn: number;
}

export interface SheetPrint {
  landscape: boolean;
  /** On one page, however small; else as many as its rows need. */
  isOnePage: boolean;
  /** Rows repeated on each page, counted from 0. */
  repeated?: { first: number; last: number };
  /** At the foot on the left. */
  footer: string;
  /** `Page {page} of {pages}`, at the foot on the right. */
  page: string;
}

/** A chart that the spreadsheet program draws from cells. Empty cells are gaps. */
export interface SheetChart {
  kind: "stackedBars" | "lines";
  title: string;
  /** The chart in words, with its values. */
  alt: string;
  place: Area;
  categories: Area;
  series: ChartSeries[];
  /** Of the values' axis. */
  axis: string;
  /** Whether the values' axis begins at 0, without which differences look larger than they are. */
  isFromZero: boolean;
}

export interface ChartSeries {
  name: string;
  values: Area;
  colour: string;
  /** Of the value inside a bar, and of the frame of a pale one. */
  ink?: string;
  edge?: string | null;
  /** Lines are told apart by more than their colour. */
  marker?: "circle" | "square" | "diamond" | "triangle" | "x" | "plus";
}
