import { crc32, inflateRawSync } from "node:zlib";
import { FileRefusal } from "../../import/file-refusal";

/** The parts of a workbook's ZIP, each unpacked when it is asked for. */
export interface Package {
  has(name: string): boolean;
  /** @throws FileRefusal `workbookDamaged` where it isn't what the directory says, or isn't there */
  part(name: string): Uint8Array;
}

/** UNODC's dataset of the whole world unpacks to 27 MB and packs to a tenth; no workbook of values needs a part of these. */
const limits = { parts: 2000, bytes: 80 * 1024 * 1024, ratio: 150, freeOfRatio: 1024 * 1024 };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const bodySignature = 0x04034b50;

const damaged = () => new FileRefusal("workbookDamaged", {});

interface Entry {
  from: number;
  packed: number;
  size: number;
  crc: number;
  method: number;
}

/**
 * Opens the ZIP of an XLSX, of which nothing is believed: what its directory says is checked before anything is unpacked, no
 * part becomes larger than it says, and each has to be what its checksum says.
 * @throws FileRefusal workbookDamaged, workbookProtected, workbookMacros, workbookLinks, tooDemanding, spreadsheet for another
 * kind of file
 */
export function openPackage(zip: Uint8Array): Package {
  const entries = orDamaged(() => directoryOf(zip, new DataView(zip.buffer, zip.byteOffset, zip.byteLength)));
  const names = [...entries.keys()];
  if (names.some((name) => /(^|\/)vbaProject[^/]*\.bin$|^xl\/macrosheets\//i.test(name)))
    throw new FileRefusal("workbookMacros", {});
  if (names.some((name) => /^xl\/externalLinks\//i.test(name))) throw new FileRefusal("workbookLinks", {});
  if (!entries.has("xl/workbook.xml")) throw new FileRefusal("spreadsheet", {});
  return {
    has: (name) => entries.has(name),
    part: (name) => {
      const entry = entries.get(name);
      if (!entry) throw damaged();
      return orDamaged(() => unpacked(zip, entry));
    },
  };
}

/** Beyond the end of the bytes, or what no packer wrote. */
function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FileRefusal ? error : damaged();
  }
}

function directoryOf(zip: Uint8Array, view: DataView): Map<string, Entry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts) throw new FileRefusal("tooDemanding", {});
  const entries = new Map<string, Entry>();
  let [at, left] = [view.getUint32(end + 16, true), limits.bytes];
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== entrySignature) throw damaged();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [crc, packed, size] = [
      view.getUint32(at + 16, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ];
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder("utf-8", { fatal: true }).decode(zip.subarray(at + 46, at + 46 + nameLength));
    const body = view.getUint32(at + 42, true);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if ((flags & 1) !== 0) throw new FileRefusal("workbookProtected", {});
    if (name.endsWith("/")) continue;
    if (!isPartName(name) || entries.has(name)) throw damaged();
    left -= size;
    if (left < 0 || (size > limits.freeOfRatio && size > packed * limits.ratio))
      throw new FileRefusal("tooDemanding", {});
    if (view.getUint32(body, true) !== bodySignature) throw damaged();
    const from = body + 30 + view.getUint16(body + 26, true) + view.getUint16(body + 28, true);
    entries.set(name, { from, packed, size, crc, method });
  }
  return entries;
}

/** The directory's end: the last there is, with nothing but its comment behind. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === endSignature) return at;
  throw damaged();
}

function unpacked(zip: Uint8Array, { from, packed, size, crc, method }: Entry): Uint8Array {
  const body = zip.subarray(from, from + packed);
  if (method !== 0 && method !== 8) throw damaged();
  const bytes = method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
  if (bytes.byteLength !== size || crc32(bytes) !== crc) throw damaged();
  return bytes;
}

const isPartName = (name: string): boolean =>
  name.length <= 300 && !/\p{Cc}|\\|^\//u.test(name) && !name.split("/").some((step) => step === ".." || step === ".");
