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
  // For this program alone: nobody knows yet what people may see of it.
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const draft = `${target}.${randomUUID()}`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
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

/** A file in a folder or in one below it. */
export interface KeptFile {
  folder: string;
  name: string;
  /** Half a file, of a process that ended while it wrote. */
  isDraft: boolean;
  /** When it was last kept. */
  seen: Date;
}

/** All files in the folder and below it. */
export async function keptBelow(folder: string): Promise<KeptFile[]> {
  const root = path.dirname(place(folder, "any"));
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const seen = await stat(path.join(parentPath, name)).catch(() => null);
        const below = path.relative(root, parentPath).split(path.sep).join("/");
        const where = below === "" ? folder : `${folder}/${below}`;
        return seen && { folder: where, name, isDraft: !sha256Pattern.test(name), seen: seen.mtime };
      }),
  );
  return files.filter((file) => file !== null);
}

/** What is gone already is no matter. */
export async function discard(files: readonly Pick<KeptFile, "folder" | "name">[]): Promise<void> {
  for (const { folder, name } of files) await rm(place(folder, name), { force: true });
}
