import { Resvg } from "@resvg/resvg-js";
import type { FigureBlock } from "../document";
import { laidOut } from "./compiler";

/** What a picture says that travels alone. */
export interface PictureFrame {
  /** The plan's name and the period. */
  running: string;
  /** The day of the publication version, as it is written. */
  date: string;
  /** Address of the page that the picture is from. */
  address: string;
}

/** Dots of the PNG for one pixel of the picture's own size. */
const scale = 2;

/**
 * A chart as SVG, its letters drawn as outlines so that it looks the same everywhere. 1200 pixels wide in a frame,
 * with title, subtitle and source; without one 627 pixels, the width of a page's text, for a place whose text says them.
 * @param language BCP 47, of the words in the picture
 * @param root folder that holds `node_modules` and `lib`
 */
export function svgOf(figure: FigureBlock, frame: PictureFrame | null, language: string, root: string): string {
  return laidOut("picture.typ", { figure, frame, language }, root, (compiler, pages) => compiler.plainSvg(pages));
}

/** The same chart as PNG, at twice its size. */
export function pngOf(figure: FigureBlock, frame: PictureFrame | null, language: string, root: string): Uint8Array {
  const svg = svgOf(figure, frame, language, root);
  return new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font: { loadSystemFonts: false } }).render().asPng();
}
