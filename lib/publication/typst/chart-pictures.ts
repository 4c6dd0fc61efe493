import { setImmediate } from "node:timers/promises";
import type { ChartPictures } from "../chart-pictures";
import type { ChartBlock, PublicationDocument } from "../document";
import { type Png, pngOf, svgOf } from "./chart-picture";

/**
 * Pictures of a document's charts, each drawn when it is asked for: bare, for their captions stand in the text.
 * For PNGs of a whole document take `drawnPictures`.
 * @param root folder that holds `node_modules` and `lib`
 */
export function picturesOf({ language }: Pick<PublicationDocument, "language">, root: string): ChartPictures {
  return {
    svg: (block) => svgOf(block, null, language, root),
    png: (block) => pngOf(block, null, language, root),
  };
}

/**
 * The same with all PNGs drawn beforehand, which takes 50 ms each, and what each took given back in between: 4 MB a
 * picture stay in memory as long as nothing else gets its turn.
 */
export async function drawnPictures(document: PublicationDocument, root: string): Promise<ChartPictures> {
  const pictures = picturesOf(document, root);
  const drawn = new Map<ChartBlock, Png>();
  for (const block of document.chapters.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== "chart") continue;
    const png = pictures.png(block);
    drawn.set(block, png);
    // The collector doesn't see the dots of a picture, so it is shown something of their size.
    new ArrayBuffer(4 * png.width * png.height);
    await setImmediate();
  }
  return { ...pictures, png: (block) => drawn.get(block) ?? pictures.png(block) };
}
