import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { dataFolder } from "@/lib/server/db/client";
import { type FileKey, type FileKind, isFileKey, mostBytesOf } from "./file-key";
import { type FileStore, FileTooLarge, type StoredFile } from "./file-store";

const HOUR_MS = 3_600_000;

const root = () => path.join(dataFolder(), "files");

/** @throws InvalidFileKey */
function place(key: FileKey): string {
  mostBytesOf(key);
  return path.join(root(), key);
}

/** In the data folder, beside the embedded database: several servers share it where they share that folder. */
export class DiskStore implements FileStore {
  async put(key: FileKey, bytes: Uint8Array): Promise<void> {
    const target = place(key);
    if (bytes.byteLength > mostBytesOf(key)) throw new FileTooLarge();
    // For this program alone: nobody knows yet what people may see of it.
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const draft = `${target}.${randomUUID()}`;
    try {
      // On the disk before it has its name: whoever says that it is kept relies on it.
      await writeFile(draft, bytes, { flush: true });
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async open(key: FileKey) {
    const handle = await orNothing(open(place(key)), null);
    return handle ? handle.createReadStream() : null;
  }

  read(key: FileKey) {
    return orNothing<Uint8Array<ArrayBuffer> | null>(readFile(place(key)), null);
  }

  async list(kind: FileKind, ...below: readonly number[]): Promise<StoredFile[]> {
    const found: StoredFile[] = [];
    for (const name of await namesBelow([kind, ...below].join("/"))) {
      const seen = isFileKey(name) ? await stat(path.join(root(), name)).catch(() => null) : null;
      if (seen) found.push({ key: name as FileKey, size: seen.size, seen: seen.mtime });
    }
    return found;
  }

  async remove(keys: readonly FileKey[]): Promise<void> {
    for (const key of keys) await rm(place(key), { force: true });
  }

  /** Nobody writes one file for an hour. */
  async removeDrafts(now: Date): Promise<void> {
    for (const name of await namesBelow("")) {
      const draft = path.join(root(), name);
      if (!/\.[0-9a-f-]{36}$/.test(name)) continue;
      const seen = await stat(draft).catch(() => null);
      if (seen && +seen.mtime < +now - HOUR_MS) await rm(draft, { force: true });
    }
  }
}

/** All files below a folder, by their names from the root. */
async function namesBelow(folder: string): Promise<string[]> {
  const entries = await orNothing(readdir(path.join(root(), folder), { recursive: true, withFileTypes: true }), []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(root(), path.join(parentPath, name)).split(path.sep).join("/"));
}

async function orNothing<T>(reading: Promise<T>, nothing: T): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return nothing;
    throw error;
  }
}
