import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { dataFolder } from "@/lib/server/db/client";

// Files that people send are kept beside the embedded database, by the hash of their content, in a folder for what they
// belong to. They are data and nothing else: no address leads to them.

const sha256Pattern = /^[0-9a-f]{64}$/;

/** @param folder made by this program from ids alone: `fill/12` */
const place = (folder: string, sha256: string) => path.join(dataFolder(), "files", folder, sha256);

/** Keeps the file, whole or not at all, and gives its hash. The same content again is the same file, seen anew. */
export async function keepFile(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const target = place(folder, sha256);
  await mkdir(path.dirname(target), { recursive: true });
  const draft = `${target}.${randomUUID()}`;
  await writeFile(draft, bytes);
  await rename(draft, target);
  return sha256;
}

/** Null for what was never kept there, or isn't any more. */
export async function readKept(folder: string, sha256: string): Promise<Uint8Array | null> {
  if (!sha256Pattern.test(sha256)) return null;
  try {
    return await readFile(place(folder, sha256));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Removes what was last seen before that moment, but for the files to keep, and drafts that were left behind. */
export async function discardOld(folder: string, before: Date, keep: ReadonlySet<string>): Promise<void> {
  const names = await readdir(path.dirname(place(folder, "any"))).catch(() => []);
  for (const name of names) {
    const file = place(folder, name);
    const seen = await stat(file).catch(() => null);
    if (seen && seen.mtime < before && !keep.has(name)) await rm(file, { force: true });
  }
}
