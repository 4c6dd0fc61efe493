import "server-only";
import { randomUUID } from "node:crypto";
import { rmSync, utimesSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { HEARTBEAT_MS, isAlive, type Process, thisProcess } from "@/lib/server/db/folder-lock";

// What becomes a backup stands hidden in its folder meanwhile, with passwords' hashes in it. Its name says who is at work on it,
// so that what a process left behind that was killed is told from what is being written: a lock beside it would want links,
// which not every disk knows.

/** A backup, or the copy of the database that one is made from. */
type Kind = "backup" | "copy";

const named =
  /^\.spaiv-(?:backup|copy)-(?<pid>\d+)-(?<began>\d*)-(?<host>.*)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const draftName = (kind: Kind, { pid, began, host }: Process = thisProcess()): string =>
  `.spaiv-${kind}-${pid}-${began ?? ""}-${encodeURIComponent(host)}-${randomUUID()}`;

/** Has the work write a draft, and takes it away at the end of the work or, should that come first, of the process. */
export async function withDraft<T>(kind: Kind, folder: string, work: (draft: string) => Promise<T>): Promise<T> {
  const draft = path.join(folder, draftName(kind));
  // Another host can't look the process up.
  const heartbeat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(draft, now, now);
    } catch {
      // Not there yet, or not any more.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const remove = () => {
    try {
      rmSync(draft, { recursive: true, force: true });
    } catch {
      // The next backup removes it.
    }
  };
  process.once("exit", remove);
  try {
    return await work(draft);
  } finally {
    clearInterval(heartbeat);
    await rm(draft, { recursive: true, force: true });
    process.off("exit", remove);
  }
}

/** Removes what nobody is at work on any more, as far as this user may. */
export async function removeLeftDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const by = named.exec(name)?.groups as Record<"pid" | "began" | "host", string> | undefined;
    const draft = path.join(folder, name);
    if (by && !isAlive({ pid: Number(by.pid), began: by.began || null, host: decodeURIComponent(by.host) }, draft))
      await rm(draft, { recursive: true, force: true }).catch(() => {});
  }
}
