import type { FigureBlock } from "./document";

/** Draws the charts of a document, for the formats that can't draw by themselves. The same figure gives the same bytes. */
export interface ChartPictures {
  /** A whole SVG document, which needs no font and no other file. */
  svg(figure: FigureBlock): string;
  /** The same as PNG; width and height in pixels of the picture. */
  png(figure: FigureBlock): { bytes: Uint8Array; width: number; height: number };
}
