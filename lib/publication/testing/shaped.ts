import * as harfbuzz from "harfbuzzjs";

type ShapingFont = harfbuzz.Font;

/** @param font TrueType */
export const shapingFont = (font: Buffer): ShapingFont =>
  new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(font).buffer)));

/** What a browser draws for a text: the outline of each glyph, and where it stands. */
export function shaped(font: ShapingFont, text: string) {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  harfbuzz.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint: glyph }, index) => {
    const { xAdvance, yAdvance, xOffset, yOffset } = positions[index]!;
    return { isMissing: glyph === 0, at: [xAdvance, yAdvance, xOffset, yOffset], outline: font.glyphToPath(glyph) };
  });
}
