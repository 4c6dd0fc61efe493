import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { BrokenTar, type TarEntry, tarEntries } from "./tar";

// A backup is a compressed tar file: backup.json, the database's rows, the data folder's files, and last the SHA-256 of each,
// as `sha256sum` writes and checks them.

/** Something about a backup, or about where it should go, as a sentence for whoever runs the command. */
export class BackupFault extends Error {
  override readonly name = "BackupFault";
}

export const manifestName = "backup.json";
export const sumsName = "SHA256SUMS";
export const rowsFolder = "database/";
export const filesFolder = "files/";

const names = /^(database\/\w+\/\d{6}\.jsonl|files\/(\w[\w-]*\/)*[0-9a-f]{64})$/;

const backupManifest = z.object({
  format: z.literal("spaiv-monitor-backup"),
  formatVersion: z.literal(1),
  /** When, in UTC. */
  made: z.string(),
  /** What the rows were written under, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});
export type BackupManifest = z.infer<typeof backupManifest>;

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * The entries of a backup. Their checksums are not looked at: see `checkBackup`.
 * @throws BackupFault where the file isn't there, isn't a backup, or ends too early
 */
export async function* backupEntries(file: string): AsyncGenerator<TarEntry> {
  const source = createReadStream(file);
  const bytes = createGunzip();
  source.once("error", (error) => bytes.destroy(error));
  try {
    yield* tarEntries(source.pipe(bytes));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new BackupFault(`There is no file ${file}.`);
    if (code === "EISDIR") throw new BackupFault(`${file} is a folder. Name the backup's file.`);
    if (code === "EACCES") throw new BackupFault(`${file} may not be read by this user.`);
    if (error instanceof BrokenTar || /^Z_/.test(code ?? "")) throw new BackupFault(damaged(file));
    throw error;
  } finally {
    source.destroy();
  }
}

const damaged = (file: string) =>
  `${file} is damaged, cut short, or no backup. Nothing was changed. Use another backup.`;

/**
 * Reads a backup from its first byte to its last, and compares every part with its checksum.
 * @throws BackupFault where anything is missing, changed or added
 */
export async function checkBackup(file: string): Promise<BackupManifest> {
  const sums: string[] = [];
  let manifest: BackupManifest | null = null;
  let complete = false;
  for await (const { name, body } of backupEntries(file)) {
    if (complete) throw new BackupFault(damaged(file));
    if (name === sumsName) {
      if (body.toString() !== sums.join("")) throw new BackupFault(damaged(file));
      complete = true;
      continue;
    }
    // No name leads out of the folder that it is restored into.
    if (manifest && !names.test(name)) throw new BackupFault(damaged(file));
    if (!manifest) manifest = readManifest(file, name, body);
    sums.push(sumLine(name, body));
  }
  if (!manifest || !complete) throw new BackupFault(damaged(file));
  return manifest;
}

export const sumLine = (name: string, body: Uint8Array) => `${sha256(body)}  ${name}\n`;

function readManifest(file: string, name: string, body: Buffer): BackupManifest {
  if (name !== manifestName) throw new BackupFault(`${file} is no backup of this program. Nothing was changed.`);
  let given: unknown;
  try {
    given = JSON.parse(body.toString());
  } catch {
    throw new BackupFault(damaged(file));
  }
  const parsed = backupManifest.safeParse(given);
  if (!parsed.success)
    throw new BackupFault(`${file} was made by another version of this program. Nothing was changed.`);
  return parsed.data;
}
