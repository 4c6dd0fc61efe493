import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fontPaths } from "../compiler";

// The compiler leaves an empty box where a font has no glyph and says nothing, so the fonts themselves are asked.

/** Never drawn: line ends and what only steers shaping, such as zero-width joiners. */
const undrawn = /[\n\t\p{Default_Ignorable_Code_Point}]/u;

/**
 * Characters of these texts for which the PDF has no glyph in one of its weights, each once.
 * @param root folder that holds `node_modules`
 */
export function missingGlyphs(texts: readonly string[], root = process.cwd()): string[] {
  const weights = coverage(root);
  const letters = new Set(texts.flatMap((text) => [...text]));
  return [...letters].filter(
    (letter) => !undrawn.test(letter) && !weights.every((covered) => covered.has(letter.codePointAt(0)!)),
  );
}

let known: Set<number>[] | undefined;

/** What can be drawn in regular, and what in a strong weight. */
function coverage(root: string): Set<number>[] {
  known ??= [/400Regular$/, /[67]00\w+$/].map(
    (weight) =>
      new Set(
        fontPaths(root)
          .filter((folder) => weight.test(folder))
          .flatMap((folder) => {
            const file = readdirSync(folder).find((name) => name.endsWith(".ttf"));
            if (!file) throw new Error(`${folder} has no font in it`);
            return charactersOf(readFileSync(path.join(folder, file)));
          }),
      ),
  );
  return known;
}

/** Characters that a TrueType font maps to a glyph: its `cmap` table, formats 4 and 12. */
function charactersOf(font: Buffer): number[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (entry === undefined) throw new Error("a font without a cmap table");
  const cmap = font.readUInt32BE(entry + 8);
  const parts = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + 4 + 8 * index);
  return parts.flatMap((at) => {
    const map = font.subarray(cmap + font.readUInt32BE(at + 4));
    const format = map.readUInt16BE(0);
    if (format === 4) return segmentCharacters(map);
    return format === 12 ? groupCharacters(map) : [];
  });
}

function segmentCharacters(map: Buffer): number[] {
  const doubled = map.readUInt16BE(6);
  const found: number[] = [];
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = map.readUInt16BE(14 + segment);
    const start = map.readUInt16BE(16 + doubled + segment);
    const delta = map.readUInt16BE(16 + 2 * doubled + segment);
    const offsetAt = 16 + 3 * doubled + segment;
    const offset = map.readUInt16BE(offsetAt);
    for (let letter = start; letter <= end && letter < 0xffff; letter++) {
      const listed = offset === 0 ? letter : map.readUInt16BE(offsetAt + offset + 2 * (letter - start));
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) found.push(letter);
    }
  }
  return found;
}

function groupCharacters(map: Buffer): number[] {
  return Array.from({ length: map.readUInt32BE(12) }, (_, index) => 16 + 12 * index).flatMap((at) => {
    const [start, end, glyph] = [map.readUInt32BE(at), map.readUInt32BE(at + 4), map.readUInt32BE(at + 8)];
    return Array.from({ length: end - start + 1 }, (_, index) => start + index).slice(glyph === 0 ? 1 : 0);
  });
}
