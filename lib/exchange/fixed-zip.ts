import { Readable } from "node:stream";
import { ZipFile } from "yazl";
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
export async function fixedZip(parts: Iterable<ZipPart>, day: IsoDate): Promise<Uint8Array> {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  // A zip knows no time zones: noon of that day, as any clock shows it.
  const options = { mtime: new Date(year, month - 1, date, 12), forceDosTimestamp: true, mode: 0o100644 };
  const zip = new ZipFile();
  const pieces: Uint8Array[] = [];
  // The zip doesn't listen for what goes wrong in the texts: unheard, it would end the process.
  let fail: (reason: unknown) => void = () => undefined;
  const packed = new Promise<void>((resolve, reject) => {
    fail = reject;
    zip.on("error", reject);
    zip.outputStream.on("data", (piece: Uint8Array) => pieces.push(piece));
    zip.outputStream.on("error", reject);
    zip.outputStream.on("end", resolve);
  });
  for (const { name, content } of parts) {
    if (content instanceof Uint8Array) zip.addBuffer(Buffer.from(content), name, options);
    else zip.addReadStream(Readable.from(encoded(content)).on("error", fail), name, options);
  }
  zip.end();
  await packed;
  return Buffer.concat(pieces);
}

function* encoded(texts: Iterable<string>): Generator<Buffer> {
  for (const text of texts) yield Buffer.from(text, "utf8");
}
