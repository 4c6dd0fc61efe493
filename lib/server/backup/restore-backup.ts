import "server-only";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { openDatabase } from "@/lib/server/db/client";
import { lockFolder } from "@/lib/server/db/folder-lock";
import { applyWithin, holdMigrations, readMigrations, withBaseline } from "@/lib/server/db/migrate";
import {
  BackupFault,
  type BackupManifest,
  backupEntries,
  checkBackup,
  filesFolder,
  rowsFolder,
  sha256,
} from "./backup-file";
import { readTables, withoutOrder, writeRows, writeSequences } from "./database-rows";
import { flush } from "./write-backup";

/**
 * Puts a backup into an empty place: a server's database, or the data folder's own, and the data folder's files. The backup is
 * read and checked as a whole before anything is touched, and the database is filled in one transaction.
 * @param at where the database is: `url` of a server, or none for the embedded one in `folder`
 * @throws BackupFault, with nothing changed, where the backup isn't whole or the place isn't empty
 */
export async function restoreBackup(file: string, at: { url?: string; folder: string }): Promise<BackupManifest> {
  const manifest = await checkBackup(file);
  refuseUnknownMigrations(manifest);
  if (at.url) {
    const database = await openDatabase({ url: at.url, unhurried: true });
    try {
      await fill(database.pool, file, manifest, at.folder);
    } finally {
      await database.close();
    }
  } else await fillEmbedded(file, manifest, at.folder);
  return manifest;
}

function refuseUnknownMigrations({ migrations }: BackupManifest) {
  const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]));
  const unknown = withBaseline(migrations).find(({ name, checksum }) => known.get(name) !== checksum);
  if (unknown)
    throw new BackupFault(
      `The backup was made by another, newer version of this program (${unknown.name}). Restore it with that version. Nothing was changed.`,
    );
}

/** Filled beside its place, and moved there once it is on the disk: a restore that is cut short leaves no half database. */
async function fillEmbedded(file: string, manifest: BackupManifest, folder: string) {
  const target = path.join(folder, "pglite");
  if ((await namesIn(target)).length > 0) throw new BackupFault(notEmpty(`The embedded database in ${target}`));
  const lock = lockFolder(target);
  const draft = path.join(folder, "pglite.restoring");
  try {
    await rm(draft, { recursive: true, force: true });
    const database = await openDatabase({ folder: draft });
    try {
      await fill(database.pool, file, manifest, folder);
    } finally {
      await database.close();
    }
    await flushAll(draft);
    await rename(draft, target);
    await flush(folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
    lock.release();
  }
}

const notEmpty = (place: string) =>
  `${place} isn't empty. Restore into an empty place: another DATABASE_URL, or another folder in SPAIV_DATA_DIR. Nothing was changed.`;

async function fill(pool: pg.Pool, file: string, manifest: BackupManifest, folder: string) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    // Before it is looked whether the database is empty: another restore or a start may be filling it.
    await holdMigrations(client);
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_class
       WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')`,
    );
    if (rows[0]!.count > 0) throw new BackupFault(notEmpty("The database"));
    await refuseOtherFiles(file, folder);
    await applyWithin(client, withBaseline(manifest.migrations));
    const tables = await readTables(client);
    if (JSON.stringify(tables) !== JSON.stringify(manifest.tables))
      throw new BackupFault("The backup's tables aren't those of its own migrations. Nothing was changed.");
    await client.query('TRUNCATE "_prisma_migrations"');
    await withoutOrder(client, tables, () => fillTables(client, file, manifest, folder));
    await writeSequences(client, manifest.sequences);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    client.release();
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    client.release(true);
    throw error;
  }
}

/** Files come before the database, which names them: a restore that was cut short goes on with those that it kept. */
async function fillTables(client: pg.PoolClient, file: string, { tables }: BackupManifest, folder: string) {
  const byName = new Map(tables.map((table) => [table.name, table]));
  for await (const { name, body } of backupEntries(file)) {
    if (name.startsWith(filesFolder)) await keepWhole(path.join(folder, name), body);
    else if (name.startsWith(rowsFolder)) {
      const table = byName.get(name.split("/")[1]!);
      if (!table) throw new BackupFault(`The backup holds rows of no table: ${name}. Nothing was changed.`);
      await writeRows(client, table, body.toString().trimEnd().split("\n"));
    }
  }
}

/** @throws BackupFault where the data folder holds files that aren't the backup's */
async function refuseOtherFiles(file: string, folder: string) {
  const place = path.join(folder, filesFolder);
  if ((await namesIn(place)).length === 0) return;
  const standing = new Map<string, string>();
  for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    standing.set(path.relative(folder, full).split(path.sep).join("/"), sha256(await readFile(full)));
  }
  for await (const { name, body } of backupEntries(file)) {
    if (standing.get(name) === sha256(body)) standing.delete(name);
  }
  if (standing.size > 0) throw new BackupFault(notEmpty(`The folder ${place}`));
}

async function keepWhole(target: string, body: Buffer) {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const draft = `${target}.restoring`;
  const handle = await open(draft, "w");
  try {
    await handle.writeFile(body);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, target);
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function flushAll(folder: string) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() || entry.isDirectory()) await flush(path.join(entry.parentPath, entry.name));
  await flush(folder);
}
