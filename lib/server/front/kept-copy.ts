import "server-only";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import { log } from "@/lib/server/log/log";
import { type Answer, keepCopy } from "@/lib/server/page-cache/kept-pages.mjs";

// A kept page is compressed once and not for each reader: with gzip for whoever asks first, which takes a millisecond,
// and then in the background as small as it gets, which takes a hundred. zlib works in threads of its own.

export type Encoding = "br" | "gzip";

/** Of the best that the format can, 11, a third more time would save a fiftieth of the bytes. */
const BROTLI_QUALITY = 10;

const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [zlib.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [zlib.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body),
};

/** Pictures as PNG are compressed as they are. */
const isCompressible = (type = "") => /^(?:text\/|application\/(?:json|atom\+xml)|image\/svg\+xml)/.test(type);

/** What a reader's browser unpacks, by its own word: `gzip, deflate, br;q=0.5`. */
export function acceptedEncodings(accept: string | string[] | undefined): ReadonlySet<string> {
  const accepted = new Set<string>();
  for (const each of String(accept ?? "").split(",")) {
    const [name, ...parameters] = each
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    if (name && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) accepted.add(name);
  }
  return accepted;
}

const underWay = new WeakMap<Answer, Promise<Buffer>>();
let lastInBackground: Promise<unknown> = Promise.resolve();

/**
 * The body of a kept page in the best encoding that there is for a reader.
 * @param path the internal path under which it is kept
 */
export async function copyFor(
  path: string,
  answer: Answer,
  accepted: ReadonlySet<string>,
): Promise<{ body: Buffer; encoding: Encoding | null }> {
  const { body, copies, headers } = answer;
  const small = accepted.has("br") ? copies.get("br") : undefined;
  if (small) return { body: small, encoding: "br" };
  if (!accepted.has("gzip") || !isCompressible(headers["content-type"])) return { body, encoding: null };
  const copy = copies.get("gzip");
  if (copy) return { body: copy, encoding: "gzip" };
  return { body: await firstCopy(path, answer), encoding: "gzip" };
}

/** Whether the bytes depend on what a browser unpacks. */
export const hasCopies = (answer: Answer) => isCompressible(answer.headers["content-type"]);

/** Several readers share one compression; one after another, pages are then compressed once more in the background. */
function firstCopy(path: string, answer: Answer): Promise<Buffer> {
  const present = underWay.get(answer);
  if (present) return present;
  const made = compress.gzip(answer.body).then((copy) => {
    keepCopy(path, answer, "gzip", copy);
    lastInBackground = lastInBackground.then(async () => {
      if (answer.copies.has("gzip")) keepCopy(path, answer, "br", await compress.br(answer.body));
    });
    lastInBackground.catch((error) => log.error({ err: error }, "A kept page could not be compressed."));
    return copy;
  });
  underWay.set(answer, made);
  made.catch(() => underWay.delete(answer));
  return made;
}

/** Resolves once nothing is compressed in the background. */
export const whenCompressed = async (): Promise<void> => {
  await lastInBackground;
};
