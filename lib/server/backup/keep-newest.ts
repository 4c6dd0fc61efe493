import "server-only";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { BackupFault } from "./backup-file";

const named = /^spaiv-backup-\d{8}T\d{6}Z\.tar\.gz$/;

/** The backups of a folder that carry the name they are given, the oldest first. */
export async function backupsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => named.test(name)).sort();
}

/**
 * How many backups to keep, as typed.
 * @throws BackupFault where that would leave none, or is no number
 */
export function keptCount(typed: string): number {
  if (!/^0*[1-9]\d*$/.test(typed)) {
    throw new BackupFault(`--keep is ${typed}. Say how many backups to keep, at least 1. Nothing was changed.`);
  }
  return Number(typed);
}

/** Removes older backups of the folder, so that so many are left. Files of any other name stay. */
export async function keepNewest(folder: string, count: number): Promise<void> {
  const names = await backupsIn(folder);
  for (const name of names.slice(0, Math.max(0, names.length - count))) await rm(path.join(folder, name));
}
