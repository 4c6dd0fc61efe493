import { Resvg } from "@resvg/resvg-js";
import { fileText } from "@/lib/exchange/file-text";
import { chartName } from "../document";
import type { PictureBlock, PictureFrame } from "../picture";
import { compactSvg } from "./compact-svg";
import { laidOut } from "./compiler";
import { mapDrawing } from "./map-drawing";

export interface Png {
  bytes: Uint8Array;
  /** In pixels of the file. */
  width: number;
  height: number;
}

/** Of the SVG's pixels; of a long picture (the heat map of all indicators) so much that it has no more dots than these. */
const scale = 2;
const mostDots = 10_000_000;

/**
 * A chart as SVG, its letters drawn as outlines so that it looks the same everywhere. In a frame it is 1200 pixels wide,
 * with title, subtitle and source; without one 627 pixels, as wide as a page's text, for a place whose text says them.
 * @param language BCP 47, of the words in the picture
 * @param root folder that holds `node_modules` and `lib`
 */
export function svgOf(block: PictureBlock, frame: PictureFrame | null, language: string, root: string): string {
  const map = block.chart.type === "map" ? mapDrawing() : null;
  const drawn = laidOut("picture.typ", { block, frame, language, map }, root, 2, (compiler, main) =>
    compactSvg(compiler.plainSvg(main)),
  );
  if (!frame) return drawn;
  // Alone, it says in words what it shows; elsewhere the text around it does.
  const words = `<title>${escaped(chartName(block))}</title><desc>${escaped(block.alt)}</desc>`;
  return drawn.replace(/^<svg[^>]*>/, (tag) => `${tag.slice(0, -1)} role="img" lang="${language}">${words}`);
}

/** The same chart as PNG, at twice its size, or less where it is long. */
export function pngOf(block: PictureBlock, frame: PictureFrame | null, language: string, root: string): Png {
  const svg = svgOf(block, frame, language, root);
  const font = { loadSystemFonts: false };
  const value = Math.min(scale, Math.sqrt(mostDots / dotsOf(svg)));
  const picture = new Resvg(svg, { fitTo: { mode: "zoom", value }, font }).render();
  return { bytes: picture.asPng(), width: picture.width, height: picture.height };
}

/** How many dots an SVG has at its own size: the compiler names that in points, 96 dots have 72 of them. */
function dotsOf(svg: string): number {
  const [, wide, high] = svg.match(/^<svg [^>]*?width="([\d.]+)pt" height="([\d.]+)pt"/) ?? [];
  if (!wide || !high) throw new Error("The picture names no size");
  return Number(wide) * Number(high) * (96 / 72) ** 2;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => fileText(text).replace(/[&<>]/g, (letter) => entities[letter]!);
