import { Resvg } from "@resvg/resvg-js";
import type { FigureBlock } from "../document";
import { compactSvg } from "./compact-svg";
import { laidOut } from "./compiler";
import { printable } from "./template-data";

/** What a picture says that travels alone. */
export interface PictureFrame {
  /** The plan's name and the period. */
  running: string;
  /** The day of the publication version, as it is written. */
  date: string;
  /** Address of the page that the picture is from. */
  address: string;
}

export interface Png {
  bytes: Uint8Array;
  /** In pixels of the file, twice those of the SVG. */
  width: number;
  height: number;
}

const scale = 2;

/**
 * A chart as SVG, its letters drawn as outlines so that it looks the same everywhere. In a frame it is 1200 pixels wide,
 * with title, subtitle and source; without one 627 pixels, as wide as a page's text, for a place whose text says them.
 * @param language BCP 47, of the words in the picture
 * @param root folder that holds `node_modules` and `lib`
 */
export function svgOf(figure: FigureBlock, frame: PictureFrame | null, language: string, root: string): string {
  const drawn = laidOut("picture.typ", { figure, frame, language }, root, (compiler, main) =>
    compactSvg(compiler.plainSvg(main)),
  );
  if (!frame) return drawn;
  // Alone, it says in words what it shows; elsewhere the text around it does.
  const words = `<title>${escaped(figure.title)}</title><desc>${escaped(figure.alt)}</desc>`;
  return drawn.replace(/^<svg[^>]*>/, (tag) => `${tag.slice(0, -1)} role="img">${words}`);
}

/** The same chart as PNG, at twice its size. */
export function pngOf(figure: FigureBlock, frame: PictureFrame | null, language: string, root: string): Png {
  const options = { fitTo: { mode: "zoom" as const, value: scale }, font: { loadSystemFonts: false } };
  const picture = new Resvg(svgOf(figure, frame, language, root), options).render();
  return { bytes: picture.asPng(), width: picture.width, height: picture.height };
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => printable(text).replace(/[&<>]/g, (letter) => entities[letter]!);
