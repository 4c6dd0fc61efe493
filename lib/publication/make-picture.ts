import type { PictureBlock, PictureFormat, PictureFrame } from "./picture";
import { pngOf, svgOf } from "./typst/chart-picture";

/**
 * A chart of a page as a file. The same chart gives the same bytes. It computes without a pause: call it where nobody
 * waits for anything else.
 * @param root as `makeFile` takes it
 */
export function makePicture(
  block: PictureBlock,
  frame: PictureFrame,
  language: string,
  format: PictureFormat,
  root: string,
): Uint8Array {
  return format === "png"
    ? pngOf(block, frame, language, root).bytes
    : new TextEncoder().encode(svgOf(block, frame, language, root));
}
