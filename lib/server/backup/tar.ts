import "server-only";

// The plain tar format (POSIX ustar), so that a backup can be looked into, and rescued, with what every system has.

const BLOCK = 512;

export interface TarEntry {
  name: string;
  body: Buffer;
}

/** The bytes of one entry: its header, its body, and what fills the last block. */
export function tarEntry({ name, body }: TarEntry): Buffer {
  const padding = (BLOCK - (body.length % BLOCK)) % BLOCK;
  return Buffer.concat([header(name, body.length), body, Buffer.alloc(padding)]);
}

/** What stands after the last entry. */
export const tarEnd = Buffer.alloc(2 * BLOCK);

function header(name: string, size: number): Buffer {
  const [prefix, rest] = split(name);
  const block = Buffer.alloc(BLOCK);
  block.write(rest, 0, "ascii");
  block.write("0000600\0" + "0000000\0" + "0000000\0", 100, "ascii");
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "ascii");
  // Seen in 1970, whenever it was made: the same data are the same bytes.
  block.write(`${"0".repeat(11)}\0`, 136, "ascii");
  block.write("0", 156, "ascii");
  block.write("ustar\x0000", 257, "ascii");
  block.write(prefix, 345, "ascii");
  block.write(`${checksum(block).toString(8).padStart(6, "0")}\0 `, 148, "ascii");
  return block;
}

/** A name longer than 100 bytes is cut at a slash: up to 155 bytes stand apart. */
function split(name: string): [string, string] {
  if (!/^[\x20-\x7e]+$/.test(name)) throw new Error(`${name} can't be named in a backup`);
  if (name.length <= 100) return ["", name];
  const cut = name.indexOf("/", name.length - 101);
  if (cut < 1 || cut > 155) throw new Error(`${name} is too long for a backup`);
  return [name.slice(0, cut), name.slice(cut + 1)];
}

/** The sum of a header's bytes, its own field taken for spaces. */
function checksum(block: Buffer): number {
  let sum = 8 * 0x20;
  block.forEach((byte, index) => {
    if (index < 148 || index >= 156) sum += byte;
  });
  return sum;
}

/** A file that isn't a whole tar file of plain entries. */
export class BrokenTar extends Error {}

/**
 * The entries of a tar file, one after another.
 * @throws BrokenTar where it ends too early, or holds anything but files
 */
export async function* tarEntries(bytes: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = reader(bytes);
  for (;;) {
    const block = await source(BLOCK);
    if (block.every((byte) => byte === 0)) return;
    const field = (at: number, length: number) => block.toString("latin1", at, at + length).split("\0")[0]!;
    if (field(257, 5) !== "ustar" || Number.parseInt(field(148, 8), 8) !== checksum(block)) {
      throw new BrokenTar("no header where one should stand");
    }
    if (field(156, 1) !== "0") throw new BrokenTar("an entry that is no file");
    const size = Number.parseInt(field(124, 12), 8);
    const prefix = field(345, 155);
    const body = await source(size);
    await source((BLOCK - (size % BLOCK)) % BLOCK);
    yield { name: prefix ? `${prefix}/${field(0, 100)}` : field(0, 100), body };
  }
}

/** Takes so many bytes at each call. */
function reader(bytes: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const chunks = bytes[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let size = 0;
  return async (length) => {
    while (size < length) {
      const { value, done } = await chunks.next();
      if (done) throw new BrokenTar("the end is missing");
      held.push(value);
      size += value.length;
    }
    const all = held.length === 1 ? held[0]! : Buffer.concat(held);
    held = [all.subarray(length)];
    size -= length;
    return all.subarray(0, length);
  };
}
