import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { type FileKey, type FileKind, isFileKey, mostBytesOf } from "./file-key";
import { type FileStore, FileStoreAway, FileTooLarge, type StoredFile } from "./file-store";
import type { S3Settings } from "./s3-settings";
import { signS3 } from "./sign-s3";

/** So long an answer is waited for. A file that is read meanwhile takes its own time. */
const PATIENCE_MS = 30_000;

/** What an object's address answers where there is none; whether the bucket is there, `mustAnswer` asks. */
const missing = [404];

/**
 * Files in a bucket of an S3-compatible store, under their keys. The store keeps an object whole or not at all, and checks what
 * it got by the hash that is signed with it.
 */
export class S3Store implements FileStore {
  constructor(private readonly settings: S3Settings) {}

  async put(key: FileKey, bytes: Uint8Array): Promise<void> {
    if (bytes.byteLength > mostBytesOf(key)) throw new FileTooLarge();
    await this.ask("PUT", `/${key}`, { body: bytes });
  }

  async open(key: FileKey): Promise<Readable | null> {
    mostBytesOf(key);
    const response = await this.ask("GET", `/${key}`, {}, missing);
    if (response.status === 404) return null;
    return response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([]);
  }

  async read(key: FileKey): Promise<Uint8Array<ArrayBuffer> | null> {
    mostBytesOf(key);
    const response = await this.ask("GET", `/${key}`, {}, missing);
    return response.status === 404 ? null : new Uint8Array(await this.whole(response.arrayBuffer()));
  }

  async list(kind: FileKind, ...below: readonly number[]): Promise<StoredFile[]> {
    const found: StoredFile[] = [];
    const folder = `${[kind, ...below].join("/")}/`;
    let token: string | null = null;
    do {
      const query: Record<string, string> = {
        // Not the whole folder: there are stores that check the signature of a slash in a query wrongly.
        "list-type": "2",
        prefix: kind,
        ...(token !== null && { "continuation-token": token }),
      };
      const page: string = await this.whole((await this.ask("GET", "", { query })).text());
      for (const [, object = ""] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        // Keys have nothing in them that XML would escape.
        const name = said(object, "Key");
        const seen = new Date(said(object, "LastModified"));
        if (name.startsWith(folder) && isFileKey(name))
          found.push({ key: name, size: Number(said(object, "Size")), seen });
      }
      token = said(page, "IsTruncated") === "true" ? unescaped(said(page, "NextContinuationToken")) : null;
    } while (token !== null);
    return found;
  }

  async remove(keys: readonly FileKey[]): Promise<void> {
    for (const key of keys) mostBytesOf(key);
    for (const key of keys) await this.ask("DELETE", `/${key}`, {}, missing);
  }

  /** An object is never half written. */
  async removeDrafts(): Promise<void> {}

  /**
   * Asks whether the bucket is there, and may be read by this key.
   * @throws FileStoreAway
   */
  async mustAnswer(): Promise<void> {
    await this.ask("GET", "", { query: { "list-type": "2", "max-keys": "1" } });
  }

  /** @throws FileStoreAway for no answer, or one that is neither good nor among `also` */
  private async ask(
    method: string,
    path: string,
    asked: { body?: Uint8Array; query?: Record<string, string> } = {},
    also: readonly number[] = [],
  ): Promise<Response> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    const { url, headers } = signS3(this.settings, { method, path, ...asked }, new Date());
    const body = asked.body as Uint8Array<ArrayBuffer> | undefined;
    // Nothing of it may stand in a cache of Next's.
    const response = await fetch(url, { method, headers, body, signal: patience.signal, cache: "no-store" })
      .catch((error: unknown) => {
        throw new FileStoreAway(`it can't be reached (${causeOf(error)})`, error);
      })
      .finally(() => clearTimeout(timer));
    const isKnown = response.ok || also.includes(response.status);
    if (isKnown && !(response.status === 404 && (await isBucketMissing(response)))) return response;
    const code = said(await response.text().catch(() => ""), "Code") || "no code";
    throw new FileStoreAway(`it answers ${response.status}, ${code}`);
  }

  private whole = <T>(reading: Promise<T>): Promise<T> =>
    reading.catch((error: unknown) => {
      throw new FileStoreAway("its answer broke off", error);
    });
}

/** Of an object that is missing the store says NoSuchKey; a bucket that is missing is no file that is gone. */
const isBucketMissing = async (response: Response): Promise<boolean> =>
  said(await response.clone().text(), "Code") === "NoSuchBucket";

const said = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[name]!,
  );

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code, errors } = (cause ?? {}) as { code?: string; errors?: { code?: string }[] };
  // Of a host with several addresses each has a cause of its own.
  return code ?? errors?.[0]?.code ?? (cause instanceof Error ? cause.name : "no reason given");
};
