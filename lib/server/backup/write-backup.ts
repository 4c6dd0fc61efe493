import "server-only";
import { link, mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import {
  BackupFault,
  type BackupManifest,
  checkBackup,
  filesFolder,
  manifestName,
  rowsFolder,
  sumLine,
  sumsName,
} from "./backup-file";
import { inSnapshot, readRows, readSequences, readTables, type Table } from "./database-rows";
import { removeLeftDrafts, withDraft } from "./drafts";
import { tarEnd, tarEntry } from "./tar";

/** A part of a table holds at least so many bytes, and as many rows as came with them. */
const PART = 4 * 1024 * 1024;

/** A name that says when, and sorts by it: `spaiv-backup-20261126T101500Z.tar.gz`. */
export const backupName = (now: Date) => `spaiv-backup-${now.toISOString().replace(/\.\d+|[-:]/g, "")}.tar.gz`;

/**
 * Writes one moment's database and the data folder's files into a new file: whole and on the disk, or not at all. It is read
 * again and checked before it gets its name.
 * @param folder the data folder
 * @returns how many files the database names that aren't in the data folder, and so neither in the backup
 * @throws BackupFault where the file is there already, there is no database yet, or a file may not be read
 */
export async function writeBackup(pool: pg.Pool, folder: string, file: string): Promise<number> {
  const target = path.resolve(file);
  const place = path.dirname(target);
  await mkdir(place, { recursive: true });
  await removeLeftDrafts(place);
  return withDraft("backup", place, async (draft) => {
    const named = new Set<string>();
    // There before anything can go wrong, so that what is taken away at the end can't come after it. Passwords' hashes are in it.
    const output = await open(draft, "wx", 0o600);
    await pipeline(backupBytes(pool, folder, named), createGzip(), output.createWriteStream());
    await flush(draft);
    await checkBackup(draft);
    await give(draft, target);
    await flush(place);
    return named.size;
  });
}

/** Under its name only once, so that no other backup is lost; where the disk knows no links, by renaming. */
async function give(draft: string, target: string) {
  try {
    await link(draft, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new BackupFault(`${target} is there already. Choose another name.`);
    await rename(draft, target);
  }
}

/** What was written reaches the disk before anybody relies on it. */
export async function flush(place: string): Promise<void> {
  const handle = await open(place, "r").catch((error) => {
    // Windows opens no folders, and needs no flushing of them.
    if (process.platform === "win32") return null;
    throw error;
  });
  if (!handle) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @param named gets the files that the database names, and keeps those that weren't found */
async function* backupBytes(pool: pg.Pool, folder: string, named: Set<string>): AsyncGenerator<Buffer> {
  const sums: string[] = [];
  const entry = (name: string, body: Buffer) => {
    sums.push(sumLine(name, body));
    return tarEntry({ name, body });
  };
  yield* inSnapshot(pool, async function* (client) {
    const manifest = await readManifest(client);
    for (const name of await namedFiles(client, manifest)) named.add(name);
    yield entry(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
    for (const table of manifest.tables) {
      let part = 0;
      for await (const body of tableParts(client, table))
        yield entry(`${rowsFolder}${table.name}/${String(++part).padStart(6, "0")}.jsonl`, body);
    }
  });
  for (const name of await keptFiles(folder)) {
    // One that was thrown away since it was listed belongs to nothing.
    const body = await orMissing(readFile(path.join(folder, filesFolder, name)), null);
    if (!body) continue;
    named.delete(name);
    yield entry(`${filesFolder}${name}`, body);
  }
  yield tarEntry({ name: sumsName, body: Buffer.from(sums.join("")) });
  yield tarEnd;
}

export const nothingToBackUp = () =>
  new BackupFault(
    "There is nothing to back up: the configured database is empty. Check DATABASE_URL and SPAIV_DATA_DIR.",
  );

async function readManifest(client: pg.PoolClient): Promise<BackupManifest> {
  const tables = await readTables(client);
  if (!tables.some(({ name }) => name === "_prisma_migrations")) {
    throw nothingToBackUp();
  }
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name COLLATE "C"`,
  );
  const made = new Date().toISOString();
  const sequences = await readSequences(client);
  return { format: "spaiv-monitor-backup", formatVersion: 1, made, migrations, tables, sequences };
}

/** The rows of a table as lines, in parts that fit into memory. */
async function* tableParts(client: pg.PoolClient, table: Table): AsyncGenerator<Buffer> {
  let lines: string[] = [];
  let size = 0;
  const part = () => Buffer.from(`${lines.join("\n")}\n`);
  for await (const rows of readRows(client, table)) {
    for (const row of rows) size += row.length;
    lines = lines.concat(rows);
    if (size < PART) continue;
    yield part();
    [lines, size] = [[], 0];
  }
  if (lines.length > 0) yield part();
}

/** Files that people sent, by their names in the data folder; drafts of them, previews, and marks of what has no row, are left out. */
async function keptFiles(folder: string): Promise<string[]> {
  const root = path.join(folder, filesFolder);
  const found = await orMissing(readdir(root, { recursive: true, withFileTypes: true }), []);
  return found
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((name) => !/^(preview|source-dropped|source-unnamed)\//.test(name))
    .sort();
}

/** Files that were imported into reports (imports/waiting-files.ts) or added to what is said (files/stored-files.ts), by their names in the data folder. */
async function namedFiles(client: pg.PoolClient, { tables }: BackupManifest): Promise<string[]> {
  // A database that no start of this version has migrated yet has the table by its earlier name.
  const stored = tables.some(({ name }) => name === "stored_file")
    ? await client.query<{ name: string }>(
        "SELECT DISTINCT 'source/' || left(sha256, 2) || '/' || sha256 AS name FROM stored_file",
      )
    : null;
  const added = stored?.rows.map(({ name }) => name) ?? [];
  const imports = tables.find(({ name }) => name === "file_import" || name === "file_fill");
  if (!imports) return added;
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT 'fill/' || r.unit_id || '-' || r.period_id || '/' || f.sha256 AS name
     FROM ${imports.name} f JOIN report r ON r.id = f.report_id`,
  );
  return [...rows.map(({ name }) => name), ...added];
}

/**
 * What is gone is no matter; what is there and can't be read would be missing from the backup without a word.
 * @throws BackupFault
 */
async function orMissing<T>(reading: Promise<T>, missing: T): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const { code, path: place, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return missing;
    const why = code === "EACCES" || code === "EPERM" ? "may not be read by this user" : `can't be read (${message})`;
    throw new BackupFault(`${place} ${why}, and no backup was made: it would lack what people sent.`);
  }
}
