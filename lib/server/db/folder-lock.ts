import "server-only";
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";

/**
 * One process for each database folder: PGlite has no lock of its own, and a second process would silently
 * destroy data. The lock is a file beside the folder that names its holder by host, process id and the moment that
 * process began (ids are used again), and is touched while held (ids of another host can't be looked up).
 */
export interface FolderLock {
  release(): void;
}

/** A process, as others can ask after it. */
export interface Process {
  pid: number;
  host: string;
  began: string | null;
}

interface Holder extends Process {
  token: string;
}

export const thisProcess = (): Process => ({
  pid: process.pid,
  host: hostname(),
  began: onRecord(process.pid)?.began ?? null,
});

export const HEARTBEAT_MS = 5_000;
/** A lock of another host that wasn't touched for so long is left over. */
const FOREIGN_STALE_MS = 30_000;
const TAKEOVER_STALE_MS = 10_000;

/** @throws FolderInUse when another process holds the folder */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = `${path.resolve(folder)}.lock`;
  const own: Holder = { token: randomUUID(), ...thisProcess() };
  const draft = `${file}.${own.token}`;
  try {
    writeFileSync(draft, JSON.stringify(own));
    if (!claim(draft, file)) takeOver(draft, file, folder);
  } finally {
    rmSync(draft, { force: true });
  }

  const heartbeat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // Gone: somebody removed the lock by hand. The process goes on; the next start decides.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    if (readHolder(file)?.token === own.token) rmSync(file, { force: true });
  };
  process.once("exit", release);
  return {
    release() {
      process.off("exit", release);
      release();
    },
  };
}

export class FolderInUse extends Error {
  constructor(folder: string, holder: Pick<Holder, "pid" | "host">) {
    const isHere = holder.host === hostname();
    const place = isHere ? `process ${holder.pid}` : `process ${holder.pid} on ${holder.host}`;
    const left = `If that computer or container is gone, start again in ${FOREIGN_STALE_MS / 1000} seconds. `;
    super(
      `The database in ${folder} is open in ${place}. ${isHere ? "" : left}Stop that process first, or set DATABASE_URL to use a PostgreSQL server.`,
    );
    this.name = "FolderInUse";
  }
}

/** A link is made whole or not at all, so no reader ever sees half a lock, and only one of two takers wins. */
function claim(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Judges and replaces a left-over lock inside a second, short lock, so that two takers can't both remove what they judged. */
function takeOver(draft: string, file: string, folder: string) {
  const gate = `${file}.takeover`;
  enterGate(gate, file, folder);
  try {
    const holder = readHolder(file);
    if (holder && isAlive(holder, file)) throw new FolderInUse(folder, holder);
    rmSync(file, { force: true });
    if (!claim(draft, file)) throw new FolderInUse(folder, readHolder(file) ?? { pid: 0, host: hostname() });
  } finally {
    rmdirSync(gate);
  }
}

function enterGate(gate: string, file: string, folder: string) {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      mkdirSync(gate);
      return;
    } catch {
      const age = Date.now() - (statSync(gate, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age < TAKEOVER_STALE_MS) break;
      rmSync(gate, { recursive: true, force: true });
    }
  }
  throw new FolderInUse(folder, readHolder(file) ?? { pid: 0, host: hostname() });
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** @param file what the process touches for as long as it is at work */
export function isAlive(holder: Process, file: string): boolean {
  if (holder.host !== hostname()) {
    const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Date.now() - touched < FOREIGN_STALE_MS;
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const known = onRecord(holder.pid);
  if (known === null) return true;
  // One that was killed answers to its id until its parent asks after it, and does nothing any more.
  if (known.state === "Z" || known.state === "X") return false;
  // In a container each start has the same id, and is another process all the same.
  return holder.began === null || known.began === holder.began;
}

/** What the kernel has on record of a process: its state, and when it began, in ticks. Null where the system doesn't tell. */
function onRecord(pid: number): { state: string; began: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name, in parentheses, may hold spaces; the start time is the 20th field after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0]!, began: fields[19]! };
  } catch {
    return null;
  }
}
