import "server-only";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";

const named = /^spaiv-backup-\d{8}T\d{6}Z\.tar\.gz$/;

/** The backups of a folder that carry the name they are given, the oldest first. */
export async function backupsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => named.test(name)).sort();
}

/** Removes older backups of the folder, so that so many are left. Files of any other name stay. */
export async function keepNewest(folder: string, count: number): Promise<void> {
  const names = await backupsIn(folder);
  for (const name of names.slice(0, Math.max(0, names.length - count))) await rm(path.join(folder, name));
}
