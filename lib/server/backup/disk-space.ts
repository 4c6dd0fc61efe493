import "server-only";
import { readdir, stat, statfs } from "node:fs/promises";
import path from "node:path";

/** So many bytes stay free, for the database to go on writing its journal, which comes in files of 16 MB. */
export const LEFT_FREE = 48 * 1024 * 1024;

/** How many bytes this user may still write to a folder's disk. */
export async function freeSpaceIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** The bytes of a folder's files, also below it; none where there is no such folder. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries.map(async (entry) =>
    entry.isFile() ? (await stat(path.join(entry.parentPath, entry.name)).catch(() => null))?.size : 0,
  );
  return (await Promise.all(sizes)).reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

/**
 * Why a regular backup had better not begin, as a sentence: a full disk would end the embedded database. Null where it may.
 * Beside the copy stands the backup; rows take less than half of what they take in the database, once they are compressed.
 */
export function spaceFault(free: number, { database, files }: { database: number; files: number }): string | null {
  const needed = 1.5 * database + files + LEFT_FREE;
  const inMegabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
  return free < needed
    ? `The disk has room for ${inMegabytes(free)}, and a backup wants ${inMegabytes(needed)}: make room, or name a folder on another disk in SPAIV_BACKUP_DIR.`
    : null;
}
