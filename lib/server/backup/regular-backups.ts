import "server-only";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { currentDatabase, type Database, dataFolder } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";
import { filesFolder } from "./backup-file";
import { freeSpaceIn, LEFT_FREE, sizeOf, spaceFault } from "./disk-space";
import { removeLeftDrafts, withDraft } from "./drafts";
import { backupsIn } from "./keep-newest";

// The embedded database isn't flushed to the disk at each commit: a power cut may take what backups don't hold. So the server
// that has it open makes some by itself. A PostgreSQL server flushes, and is backed up from outside.

const HOUR = 3_600_000;
/** Nobody waits for a backup while a server has just started. */
const SETTLING_MS = 10 * 60_000;
/** Between two looks at the clock, which goes on while a machine sleeps. */
const LOOK_MS = 60_000;

interface RegularBackups {
  everyMs: number;
  keep: number;
  folder: string;
}

/**
 * What the environment says; null where none are wanted.
 * @throws Error with a sentence where it says nothing that can be done
 */
export function regularBackups(env: Record<string, string | undefined> = process.env): RegularBackups | null {
  const hours = Number(env.SPAIV_BACKUP_HOURS?.trim() || 24);
  const keep = Number(env.SPAIV_BACKUP_KEEP?.trim() || 14);
  if (!(hours >= 0))
    throw new Error(`SPAIV_BACKUP_HOURS is ${env.SPAIV_BACKUP_HOURS}. Set it to hours, or to 0 for none.`);
  if (!Number.isInteger(keep) || keep < 1) {
    throw new Error(`SPAIV_BACKUP_KEEP is ${env.SPAIV_BACKUP_KEEP}. Set it to how many backups to keep, at least 1.`);
  }
  if (hours === 0) return null;
  return { everyMs: hours * HOUR, keep, folder: backupFolder(env) };
}

const backupFolder = (env: Record<string, string | undefined>) =>
  path.resolve(/* turbopackIgnore: true */ env.SPAIV_BACKUP_DIR?.trim() || path.join(dataFolder(), "backups"));

/** When the next one is due: so long after the newest, and not at once after a start. */
export function dueAt(newest: string | undefined, { everyMs }: RegularBackups, started: number): number {
  const soon = started + Math.min(SETTLING_MS, everyMs);
  const [, year, month, day, hour, minute, second] = newest?.match(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/) ?? [];
  if (!year) return soon;
  return Math.max(soon, Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) + everyMs);
}

/** Begins to make backups of the embedded database at intervals, until the process ends. */
export async function startRegularBackups(): Promise<void> {
  // Also where none are wanted any more, or the database is another now: a copy is as large as the database, and all of it.
  await removeLeftDrafts(backupFolder(process.env));
  const database = await currentDatabase();
  const wanted = regularBackups();
  if (!database.embedded || wanted === null) return;
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), "commands", "backup.mjs");
  // A development server has no commands beside it.
  if (!existsSync(program)) return;
  await mkdir(wanted.folder, { recursive: true, mode: 0o700 });
  const started = Date.now();
  let isMaking = false;
  const look = async () => {
    if (isMaking || Date.now() < dueAt((await backupsIn(wanted.folder)).at(-1), wanted, started)) return;
    isMaking = true;
    await makeBackup(database, wanted, program)
      .catch((error) => log.error({ err: error, folder: wanted.folder }, "No backup could be made."))
      .finally(() => {
        isMaking = false;
      });
  };
  setInterval(look, Math.min(LOOK_MS, wanted.everyMs)).unref();
}

/** Requests wait while the database's files are copied; the backup is written from the copy, by a process of its own. */
async function makeBackup(database: Database, { folder, keep }: RegularBackups, program: string) {
  const own = path.join(dataFolder(), "pglite");
  const sizes = { database: await sizeOf(own), files: await sizeOf(path.join(dataFolder(), filesFolder)) };
  const fault = spaceFault(await freeSpaceIn(folder), sizes);
  if (fault !== null) throw new Error(fault);
  await withDraft("copy", folder, async (draft) => {
    // Within, so that the lock beside it goes with it.
    const copy = path.join(draft, "pglite");
    await copyDatabase(database, own, copy);
    const child = spawn(process.execPath, [program, folder, "--copy", copy, "--keep", `${keep}`], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, DATABASE_URL: "", SPAIV_DATA_DIR: dataFolder(), INIT_CWD: "" },
    });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-2000);
    });
    const end = () => child.kill();
    process.prependOnceListener("exit", end);
    const [code] = await once(child, "close");
    process.off("exit", end);
    if (code !== 0) throw new Error(said.trim() || `it ended with ${code}`);
    if (said.trim()) log.warn({ folder }, said.trim());
  }).finally(() => removeLeftDrafts(folder));
}

/** The only connection is held, so that nothing is written meanwhile. */
async function copyDatabase({ pool }: Pick<Database, "pool">, from: string, to: string): Promise<void> {
  const client = await pool.connect();
  try {
    // It keeps the journal short, and would end the database on a full disk. The copy is whole without: its journal is in it.
    if ((await freeSpaceIn(from)) > LEFT_FREE) await client.query("CHECKPOINT");
    await mkdir(to, { recursive: true, mode: 0o700 });
    await cp(from, to, { recursive: true });
  } catch (error) {
    // Before anything is written again: half a copy may have taken the last of the disk.
    await rm(to, { recursive: true, force: true });
    throw error;
  } finally {
    client.release();
  }
}
