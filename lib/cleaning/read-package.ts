import { crc32, inflateRawSync } from "node:zlib";
import { Unclean } from "./unclean";

/** Parts of a ZIP package by their names. */
export type Parts = Map<string, Uint8Array>;

/** What no document needs. Text unpacks to some twenty times its size, empty tables to more. */
const limits = { parts: 3000, bytes: 150 * 1024 * 1024, ratio: 300, freeOfRatio: 1024 * 1024 };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const bodySignature = 0x04034b50;

/**
 * Unpacks a ZIP of which nothing is believed: what its directory says is checked before anything is unpacked, no part becomes
 * larger than it says, and each has to be what its checksum says.
 * @param left bytes that may yet be unpacked, for a package within another
 * @throws Unclean
 */
export function readPackage(zip: Uint8Array, left = { bytes: limits.bytes, parts: limits.parts }): Parts {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    return unpacked(zip, view, left);
  } catch (error) {
    if (error instanceof Unclean) throw error;
    // Beyond its end, or what no packer wrote.
    throw new Unclean("sourceDamaged");
  }
}

function unpacked(zip: Uint8Array, view: DataView, left: { bytes: number; parts: number }): Parts {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  left.parts -= count;
  if (left.parts < 0) throw new Unclean("sourceTooDemanding");
  const parts: Parts = new Map();
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (view.getUint32(at, true) !== entrySignature) throw new Unclean("sourceDamaged");
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [crc, packed, size] = [16, 20, 24].map((place) => view.getUint32(at + place, true)) as [
      number,
      number,
      number,
    ];
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder("utf-8", { fatal: true }).decode(zip.subarray(at + 46, at + 46 + nameLength));
    const body = view.getUint32(at + 42, true);
    at += 46 + nameLength + extra + comment;
    if ((flags & 1) !== 0) throw new Unclean("sourceEncrypted");
    if (name.endsWith("/")) continue;
    if (!isPartName(name) || parts.has(name)) throw new Unclean("sourceDamaged");
    left.bytes -= size;
    if (left.bytes < 0 || (size > limits.freeOfRatio && size > packed * limits.ratio))
      throw new Unclean("sourceTooDemanding");
    if (view.getUint32(body, true) !== bodySignature) throw new Unclean("sourceDamaged");
    const from = body + 30 + view.getUint16(body + 26, true) + view.getUint16(body + 28, true);
    const bytes = bodyOf(zip.subarray(from, from + packed), method, size);
    if (bytes.byteLength !== size || crc32(bytes) !== crc) throw new Unclean("sourceDamaged");
    parts.set(name, bytes);
  }
  return parts;
}

/** The directory's end: the last there is, with nothing but its comment behind. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === endSignature) return at;
  throw new Unclean("sourceDamaged");
}

function bodyOf(packed: Uint8Array, method: number, size: number): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new Unclean("sourceDamaged");
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
}

const isPartName = (name: string): boolean =>
  name.length <= 300 && !/\p{Cc}|\\|^\//u.test(name) && !name.split("/").some((step) => step === ".." || step === ".");
