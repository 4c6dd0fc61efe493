import { inflateSync } from "node:zlib";

/** A font that a page brings, read from its `@font-face` rule. */
export interface EmbeddedFont {
  family: string;
  /** As the rule says it: `400`, or a range. */
  weight: string;
  /** For which of its letters it is used. */
  letters: Set<number>;
  /** TrueType. */
  font: Buffer;
}

const rule =
  /@font-face\{font-family:"([^"]*)";font-weight:([^;]*);src:url\(data:font\/woff;base64,([^)]*)\) format\("woff"\);unicode-range:([^}]*)\}/g;

export const embeddedFonts = (sheet: string): EmbeddedFont[] =>
  [...sheet.matchAll(rule)].map(([, family = "", weight = "", data = "", ranges = ""]) => ({
    family,
    weight,
    letters: lettersIn(ranges),
    font: trueTypeOf(Buffer.from(data, "base64")),
  }));

function lettersIn(ranges: string): Set<number> {
  const letters = new Set<number>();
  for (const range of ranges.split(",")) {
    const [from = Number.NaN, to = from] = range
      .replace(/^U\+/, "")
      .split("-")
      .map((code) => Number.parseInt(code, 16));
    for (let letter = from; letter <= to; letter++) letters.add(letter);
  }
  return letters;
}

/** WOFF 1.0: the tables of a TrueType font, each packed by itself. */
function trueTypeOf(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("no WOFF font");
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const parts = [head];
  let end = head.length;
  for (let index = 0; index < count; index++) {
    const from = 44 + 20 * index;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(from + at)) as [number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    const at = 12 + 16 * index;
    woff.copy(head, at, from, from + 4);
    woff.copy(head, at + 4, from + 16, from + 20);
    head.writeUInt32BE(end, at + 8);
    head.writeUInt32BE(length, at + 12);
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    table.copy(padded);
    parts.push(padded);
    end += padded.length;
  }
  return Buffer.concat(parts);
}
