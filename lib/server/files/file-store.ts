import "server-only";
import type { Readable } from "node:stream";
import type { FileKey, FileKind } from "./file-key";

/** A file that is kept. */
export interface StoredFile {
  key: FileKey;
  size: number;
  /** When it was last put. */
  seen: Date;
}

/** The store doesn't answer, or refuses. What it says is for the log. */
export class FileStoreAway extends Error {
  override readonly name = "FileStoreAway";

  constructor(why: string, cause?: unknown) {
    super(`The file store doesn't do what it is asked: ${why}. Check the settings SPAIV_FILES_S3_….`, { cause });
  }
}

/** It was larger than files of its kind may be. */
export class FileTooLarge extends Error {}

/** Where files are kept: data and nothing else, to which no address leads. Every server of one database shares it. */
export interface FileStore {
  /**
   * Keeps a file, whole or not at all. The same key again is the same file, seen anew.
   * @throws InvalidFileKey, FileTooLarge
   */
  put(key: FileKey, bytes: Uint8Array): Promise<void>;
  /** Null for what was never kept, or isn't any more. */
  open(key: FileKey): Promise<Readable | null>;
  /** The same at once. */
  read(key: FileKey): Promise<Uint8Array<ArrayBuffer> | null>;
  /** @param below of one kind, only what is below these first parts of the key */
  list(kind: FileKind, ...below: readonly number[]): Promise<StoredFile[]>;
  /** What is gone already is no matter. */
  remove(keys: readonly FileKey[]): Promise<void>;
  /** Takes away what was half written by processes that ended. */
  removeDrafts(now: Date): Promise<void>;
}
