import { strToU8, Zip, ZipDeflate } from "fflate";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";

export interface ZipPart {
  name: string;
  /** Texts are written one after another, as they come, in UTF-8. */
  content: Uint8Array | Iterable<string>;
}

/**
 * A zip of which the same parts and day give the same bytes, whenever and wherever it is made.
 * @throws whatever a part's texts throw
 */
export function fixedZip(parts: Iterable<ZipPart>, day: IsoDate): Uint8Array {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  // A zip knows no time zones: noon of that day, as any clock shows it.
  const mtime = new Date(year, month - 1, date, 12);
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const { name, content } of parts) {
    // A picture is as small as it gets. Not "stored": readers of a stream find the end of deflated parts only.
    const file = new ZipDeflate(name, { level: name.endsWith(".png") ? 0 : 6 });
    file.mtime = mtime;
    zip.add(file);
    if (content instanceof Uint8Array) file.push(content, true);
    else {
      for (const text of content) file.push(strToU8(text));
      file.push(new Uint8Array(), true);
    }
  }
  zip.end();
  return Buffer.concat(pieces);
}
