import type { ChartBlock } from "./document";

/** Draws the charts of a document, for the formats that can't draw by themselves. The same chart gives the same bytes. */
export interface ChartPictures {
  /** A whole SVG document, which needs no font and no other file. */
  svg(block: ChartBlock): string;
  /** The same as PNG; width and height in pixels of the picture. */
  png(block: ChartBlock): { bytes: Uint8Array; width: number; height: number };
}
