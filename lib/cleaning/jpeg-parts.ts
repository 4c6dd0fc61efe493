/** Parts of a JPEG that say how it is drawn: JFIF, colour profiles and Adobe's colours (APP0, APP2, APP14). */
const drawing = new Set([0xe0, 0xe2, 0xee]);

/**
 * A JPEG that stands within a document, without what tells of its making (EXIF, XMP, IPTC, comments). The picture itself stays to
 * the byte, for the document says how it is decoded.
 * @returns null for what can't be read as a JPEG
 */
export function withoutMaking(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null;
  const kept = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length) {
    if (jpeg[at] !== 0xff) return null;
    const marker = jpeg[at + 1]!;
    // Filled up.
    if (marker === 0xff) {
      at++;
      continue;
    }
    // What is drawn begins, and nothing but that follows until the picture's end.
    if (marker === 0xda) {
      const end = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength).lastIndexOf(Buffer.from([0xff, 0xd9]));
      return Buffer.concat([...kept, jpeg.subarray(at, end > at ? end + 2 : undefined)]);
    }
    const length = (jpeg[at + 2]! << 8) | jpeg[at + 3]!;
    const next = at + 2 + length;
    if (length < 2 || next > jpeg.length) return null;
    const isOfApplication = marker >= 0xe0 && marker <= 0xef;
    const isComment = marker === 0xfe;
    if (!isComment && (!isOfApplication || drawing.has(marker))) kept.push(jpeg.subarray(at, next));
    at = next;
  }
  return null;
}
