/** A file by its name, as somebody sent it. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** No format begins like this. */
const mark = "spaiv files\n";

/**
 * Several files as one, so that they are kept, named by one hash and imported together; a single one stays what it is.
 * Each is called by a name of its own from here on, whatever says where something stands.
 */
export function sentAsOne(sent: readonly SentFile[]): { fileName: string; bytes: Uint8Array } {
  const [only] = sent;
  if (only && sent.length === 1) return { fileName: only.name, bytes: only.bytes };
  const names = toldApart(sent.map(({ name }) => name));
  const files = sent.map(({ bytes }, index) => ({ name: names[index]!, bytes }));
  const index = JSON.stringify(files.map(({ name, bytes }) => [name, bytes.byteLength]));
  return {
    fileName: files.map(({ name }) => name).join(", "),
    bytes: Buffer.concat([Buffer.from(`${mark}${index}\n`), ...files.map(({ bytes }) => bytes)]),
  };
}

/** Names that repeat are numbered in their order: every download of a report has the same. */
function toldApart(names: readonly string[]): string[] {
  const [taken, repeated] = [new Set<string>(), new Set<string>()];
  for (const name of names) (taken.has(name) ? repeated : taken).add(name);
  const last = new Map<string, number>();
  return names.map((name) => {
    if (!repeated.has(name)) return name;
    let number = last.get(name) ?? 0;
    do number++;
    while (taken.has(`${name} (${number})`));
    last.set(name, number);
    return `${name} (${number})`;
  });
}

/** The files again; what isn't such a bundle is one file by the given name. */
export function unbundled({ name, bytes }: SentFile): SentFile[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = [{ name, bytes }];
  if (!buffer.subarray(0, mark.length).equals(Buffer.from(mark))) return whole;
  const end = buffer.indexOf("\n", mark.length);
  const index = end < 0 ? null : indexIn(buffer.toString("utf8", mark.length, end));
  if (!index) return whole;
  let from = end + 1;
  return index.map(([name, length]) => {
    const file = { name, bytes: buffer.subarray(from, from + length) };
    from += length;
    return file;
  });
}

function indexIn(text: string): [name: string, length: number][] | null {
  try {
    const read: unknown = JSON.parse(text);
    const isIndex = (one: unknown): one is [string, number] =>
      Array.isArray(one) && typeof one[0] === "string" && Number.isInteger(one[1]) && one[1] >= 0;
    return Array.isArray(read) && read.every(isIndex) ? read : null;
  } catch {
    return null;
  }
}
