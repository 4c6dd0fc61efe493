import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";

/** Where a name stands in a file: in its bytes, its parts, or its streams, in any spelling that files have for text. */
export function placesOf(name: string, file: Uint8Array): string[] {
  const spelled = [Buffer.from(name, "utf8"), Buffer.from(name, "utf16le"), Buffer.from(name, "utf16le").swap16()];
  const spellings = [
    ...spelled,
    ...spelled.flatMap((bytes) =>
      [bytes.toString("hex"), bytes.toString("hex").toUpperCase()].map((hex) => Buffer.from(hex)),
    ),
    Buffer.from(Buffer.from(name).toString("base64").replace(/=+$/, "").slice(0, -1)),
  ];
  return unpacked("file", Buffer.from(file)).flatMap(([place, bytes]) =>
    spellings.some((spelling) => bytes.includes(spelling)) ? [place] : [],
  );
}

function unpacked(place: string, file: Buffer): [place: string, bytes: Buffer][] {
  const own: [string, Buffer] = [place, file];
  if (file.subarray(0, 2).toString("latin1") === "PK")
    return [
      own,
      ...Object.entries(unzipSync(file)).flatMap(([name, part]) => [
        [`name of ${name}`, Buffer.from(name)] as [string, Buffer],
        ...unpacked(name, Buffer.from(part)),
      ]),
    ];
  if (file.subarray(0, 5).toString("latin1") === "%PDF-") return [own, ...streamsOf(file)];
  return [own];
}

function streamsOf(pdf: Buffer): [string, Buffer][] {
  const found: [string, Buffer][] = [];
  for (let at = pdf.indexOf("stream"); at !== -1; at = pdf.indexOf("stream", at + 6)) {
    const from = at + 6 + (pdf[at + 6] === 0x0d ? 2 : 1);
    try {
      found.push([`stream at ${at}`, inflateSync(pdf.subarray(from, pdf.indexOf("endstream", at)))]);
    } catch {
      // Not packed: its bytes are the file's own.
    }
  }
  return found;
}
