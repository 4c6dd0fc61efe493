import { Resvg } from "@resvg/resvg-js";
import { mapShapes, mapSize, otherLand } from "@/lib/charts/map-places";
import { fileText } from "@/lib/exchange/file-text";
import { chartName } from "../document";
import type { PictureBlock, PictureFrame } from "../picture";
import { laidOut } from "./compiler";
import { iconCurve } from "./icon-curve";

export interface Png {
  bytes: Uint8Array;
  /** In pixels of the file. */
  width: number;
  height: number;
}

/** Of the SVG's pixels; of a long picture (the heat map of all indicators) so much that it has no more dots than these. */
const scale = 2;
const mostDots = 10_000_000;

/** Places after the point that are kept. Paths are relative, so that what is cut off adds up, but stays far below a dot. */
const decimals = 3;

const shorter = (number: string) => String(Number(Number(number).toFixed(decimals)));

/**
 * The compiler's SVG, about a quarter as long: it indents each level, names glyphs by long hashes, writes numbers to
 * fifteen places and wraps everything in groups that do nothing. There is no text in it, for letters are outlines.
 */
function compactSvg(svg: string): string {
  const names = new Map<string, string>();
  const nameOf = (hash: string) => {
    const name = names.get(hash) ?? `g${names.size.toString(36)}`;
    names.set(hash, name);
    return name;
  };
  const short = svg
    .replace(/>\s+</g, "><")
    .replace(/ class="[^"]*"| fill-rule="nonzero"| xmlns:h5="[^"]*"/g, "")
    .replace(/(id="|href="#)(g[0-9A-F]+)"/g, (_, before: string, hash: string) => `${before}${nameOf(hash)}"`)
    .replace(/-?\d+\.\d+(?:e-?\d+)?/g, shorter)
    .replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${path.replace(/ ?([a-zA-Z]) ?/g, "$1").replace(/ -/g, "-")}"`)
    .replace(/ ([xy])="0"/g, "");
  return withoutIdleGroups(short).replace(lettersOfOneColour, (_, group: string, letters: string) => {
    const [colour] = letters.match(/ fill="[^"]*"/) ?? [""];
    return `${group}${colour}>${letters.replaceAll(colour, "")}`;
  });
}

/** A group of letters that each name the same colour. */
const lettersOfOneColour =
  /(<g transform="[^"]*")>(<use [^>]*?( fill="[^"]*")[^>]*\/>(?:<use [^>]*?\3[^>]*\/>)*)(?=<\/g>)/g;

function withoutIdleGroups(svg: string): string {
  const isIdle: boolean[] = [];
  return svg.replace(/<g(?: [^>]*)?\/?>|<\/g>/g, (tag) => {
    if (tag === "</g>") return isIdle.pop() ? "" : tag;
    // Of an empty text.
    if (tag.endsWith("/>")) return "";
    const idle = tag === "<g>";
    isIdle.push(idle);
    return idle ? "" : tag;
  });
}

/** The countries' shapes, and the land around them, as the map's template draws them, in the steps of their paths. */
const mapDrawing = () => ({
  ...mapSize,
  other: iconCurve(otherLand),
  shapes: Object.fromEntries(Object.entries(mapShapes).map(([code, path]) => [code, iconCurve(path)])),
});

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
