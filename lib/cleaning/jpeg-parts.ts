const [SOI, EOI, SOS, COM, APP0, APP2, APP14] = [0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xe2, 0xee];

/**
 * A JPEG that stands within a document, without what tells of its making (EXIF, XMP, IPTC, comments, small pictures of it) and
 * without what follows its end: another picture, or a film. What is drawn stays to the byte, for the document says how it is
 * decoded.
 * @returns null for what can't be read as a JPEG
 */
export function withoutMaking(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== SOI) return null;
  const kept = [jpeg.subarray(0, 2)];
  let isDrawn = false;
  let at = 2;
  while (at + 2 <= jpeg.length) {
    if (jpeg[at] !== 0xff) return null;
    const marker = jpeg[at + 1]!;
    // Filled up.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) return isDrawn ? Buffer.concat([...kept, jpeg.subarray(at, at + 2)]) : null;
    if (at + 4 > jpeg.length) return null;
    const next = at + 2 + ((jpeg[at + 2]! << 8) | jpeg[at + 3]!);
    if (next < at + 4 || next > jpeg.length) return null;
    const segment = jpeg.subarray(at, next);
    if (marker === SOS) {
      const end = scanEnd(jpeg, next);
      if (end === null) return null;
      kept.push(jpeg.subarray(at, end));
      isDrawn = true;
      at = end;
      continue;
    }
    if (isOfApplication(marker)) {
      const drawing = drawingPart(marker, segment);
      if (drawing) kept.push(drawing);
    } else if (marker !== COM) {
      if (!isOfPicture(marker)) return null;
      kept.push(segment);
    }
    at = next;
  }
  return null;
}

const isOfApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef;
/** Frames, tables and intervals (ITU-T T.81, table B.1). */
const isOfPicture = (marker: number) =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || /* DQT to EXP */ (marker >= 0xdb && marker <= 0xdf);

/** Where a scan's coded bytes end: at the next marker but those that stand within it. A progressive picture has several scans. */
function scanEnd(jpeg: Uint8Array, from: number): number | null {
  for (let at = jpeg.indexOf(0xff, from); at !== -1 && at + 1 < jpeg.length; at = jpeg.indexOf(0xff, at)) {
    const marker = jpeg[at + 1]!;
    if (marker === 0xff) at++;
    else if (marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else return at;
  }
  return null;
}

/** Of what programs add, the part that says how colours and points are drawn. */
function drawingPart(marker: number, segment: Uint8Array): Uint8Array | null {
  const begins = (words: string) => Buffer.from(segment.subarray(4, 4 + words.length)).toString("latin1") === words;
  if (marker === APP0 && begins("JFIF\0") && segment.length >= 18) {
    // Without the small picture behind it.
    const bare = Uint8Array.from(segment.subarray(0, 18));
    bare.set([0, 16], 2);
    bare.set([0, 0], 16);
    return bare;
  }
  return (marker === APP2 && begins("ICC_PROFILE\0")) || (marker === APP14 && begins("Adobe")) ? segment : null;
}
