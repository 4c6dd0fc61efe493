import { Readable } from "node:stream";
import { strFromU8, unzipSync } from "fflate";
import { ZipFile } from "yazl";
import { longPart } from "./long-part";
import type { Workbook } from "./workbook";

/**
 * The library's file packed afresh: with the rows of the long sheets, which are compressed as they are written, and with the
 * language among its properties, for which the library has no word.
 */
export async function packWorkbook(bytes: Uint8Array, { sheets, language }: Workbook): Promise<Uint8Array> {
  const zip = new ZipFile();
  const pieces: Uint8Array[] = [];
  zip.outputStream.on("data", (piece: Uint8Array) => pieces.push(piece));
  const packed = new Promise((resolve, reject) => zip.outputStream.on("end", resolve).on("error", reject));
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    const sheet = number === undefined ? undefined : sheets[Number(number) - 1];
    if (sheet?.kind === "long") {
      const rows = Readable.from(encoded(longPart(strFromU8(part), sheet)));
      rows.on("error", (error) => zip.emit("error", error));
      zip.addReadStream(rows, name, entry);
    } else if (name === "docProps/core.xml") zip.addBuffer(withLanguage(part, language), name, entry);
    else zip.addBuffer(Buffer.from(part), name, entry);
  }
  zip.end();
  await Promise.race([packed, new Promise((_, reject) => zip.on("error", reject))]);
  return Buffer.concat(pieces);
}

/** A zip knows no time zones: noon of a day long before, as any clock shows it. The workbook's own day is in its properties. */
const entry = { mtime: new Date(1980, 0, 1, 12), forceDosTimestamp: true, mode: 0o100644 };

function* encoded(texts: Iterable<string>): Generator<Buffer> {
  for (const text of texts) yield Buffer.from(text, "utf8");
}

function withLanguage(part: Uint8Array, language: string): Buffer {
  const end = "</cp:coreProperties>";
  const xml = strFromU8(part);
  if (!xml.includes(end)) throw new Error("The properties have no place for the language");
  return Buffer.from(xml.replace(end, `<dc:language>${language.replace(/[^A-Za-z0-9-]/g, "")}</dc:language>${end}`));
}
