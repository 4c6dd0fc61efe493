import { charactersOf } from "../../fonts/characters-of";
import { readFont } from "../../fonts/read-font";
import { typefaces, weights } from "../../fonts/typefaces";

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
  known ??= weights.map(
    (weight) => new Set(typefaces.flatMap((typeface) => [...charactersOf(readFont(typeface, weight, root))])),
  );
  return known;
}
