import subsetFont from "subset-font";
import type { PublicationDocument } from "../document";
import { charactersOf } from "../fonts/characters-of";
import { readFont } from "../fonts/read-font";
import { type Typeface, typefaces, type Weight, weights } from "../fonts/typefaces";
import { textsOf } from "../texts-of";

// Few computers have fonts for all the scripts of the region, and what they lack are boxes. So the page brings its own.

/** Numbers and marks that no text of the document has (of lists, of printed pages), and what stands for half a character. */
const always = [...Array.from({ length: 95 }, (_, index) => 0x20 + index), 0xfffd];
/** Joiners, breaks and the circle under a lone mark: they belong to whichever script they stand in. */
const common = [0x200b, 0x200c, 0x200d, 0x25cc];
/** In Chinese text as wide as its letters; the sheet looks for them in its font first there. */
const wide = new Set([..."“”‘’—…·"].map((mark) => mark.codePointAt(0)!));
/** What the shaping of a vowel takes it apart into, without a word of it in the font: Thai and Lao am, Khmer vowels on two sides. */
const parts = new Map<number, number[]>([
  [0x0e33, [0x0e4d, 0x0e32]],
  [0x0eb3, [0x0ecd, 0x0eb2]],
  ...[0x17be, 0x17bf, 0x17c0, 0x17c4, 0x17c5].map((vowel): [number, number[]] => [vowel, [0x17c1]]),
]);

/**
 * The `@font-face` rules of a document's page: the product's typefaces with no more letters than the document has, in both
 * weights. The same document gives the same text. A letter that none of them has is left to the reader's computer.
 * @param root folder that holds `node_modules`
 */
export async function fontFacesOf(document: PublicationDocument, root: string): Promise<string> {
  const all = new Set([...always, ...textsOf(document).flatMap(codePoints)]);
  const faces: string[] = [];
  let left = [...all].sort((one, other) => one - other);
  for (const typeface of typefaces) {
    if (left.length === 0) break;
    const regular = readFont(typeface, "regular", root);
    const covered = charactersOf(regular);
    const own = left.filter((letter) => covered.has(letter));
    left = left.filter((letter) => !covered.has(letter));
    if (own.length === 0) continue;
    const letters = [...new Set([...own, ...besides(typeface, own, all)])].sort((one, other) => one - other);
    for (const weight of weights) {
      const font = weight === "regular" ? regular : readFont(typeface, weight, root);
      faces.push(await faceOf(typeface, weight, font, letters));
    }
  }
  return faces.join("\n");
}

const codePoints = (text: string) => Array.from(text, (letter) => letter.codePointAt(0)!);

/** What a face needs besides the letters that no typeface before it has. */
function besides({ family }: Typeface, own: readonly number[], all: ReadonlySet<number>): number[] {
  if (family === "Noto Sans") return [];
  if (family === "Noto Sans SC") return [...wide].filter((mark) => all.has(mark));
  return [...common, ...own.flatMap((letter) => parts.get(letter) ?? [])];
}

/** WOFF, not WOFF2: that takes a fifth less room in a file of megabytes, but half a second more for each weight of Chinese. */
async function faceOf({ family }: Typeface, weight: Weight, font: Buffer, letters: readonly number[]): Promise<string> {
  const part = await subsetFont(font, String.fromCodePoint(...letters), { targetFormat: "woff" });
  return [
    `@font-face{font-family:"${family}";font-weight:${weight === "regular" ? 400 : "600 900"};`,
    `src:url(data:font/woff;base64,${part.toString("base64")}) format("woff");unicode-range:${rangesOf(letters)}}`,
  ].join("");
}

/** @param letters in ascending order */
function rangesOf(letters: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const letter of letters) {
    const last = ranges.at(-1);
    if (last && last[1] === letter - 1) last[1] = letter;
    else ranges.push([letter, letter]);
  }
  const hex = (letter: number) => letter.toString(16);
  return ranges.map(([from, to]) => `U+${hex(from)}${to === from ? "" : `-${hex(to)}`}`).join();
}
