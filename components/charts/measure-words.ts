import type { Size } from "@/lib/charts/place-words";

/** As `.plot text` and `.plot .val` set them. */
const size = 12;
let context: CanvasRenderingContext2D | null = null;

/** Room that a word of a chart takes, and how far below its top the letters stand. */
export function measureWords(text: string, isStrong = false): Size & { ascent: number } {
  context ??= document.createElement("canvas").getContext("2d");
  // A browser that draws no text of its own still knows about how wide a letter is.
  if (!context) return { width: text.length * 7, height: size, ascent: size * 0.8 };
  const family = getComputedStyle(document.body).fontFamily;
  context.font = `${isStrong ? 600 : 400} ${size}px ${family}`;
  const { width, actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent } = context.measureText(text);
  return { width: Math.ceil(width), height: ascent + descent + 1, ascent };
}

/** The lines of a name in a room: it is broken between words only. */
export function linesIn(name: string, space: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && measureWords(longer).width <= space) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
