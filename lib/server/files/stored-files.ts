import "server-only";
import { createHash } from "node:crypto";
import { Refusal } from "@/lib/domain/refusal";
import type { FileType } from "@/lib/domain/source-file";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { log } from "@/lib/server/log/log";
import { transaction } from "@/lib/server/transaction";
import { type FileKey, fileKey } from "./file-key";
import { FileStoreAway, type StoredFile } from "./file-store";
import { files } from "./files";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** That it is there, and since when, is all that it says. */
const mark = Uint8Array.of(0);

const keyOf = (sha256: string): FileKey => fileKey("source", sha256.slice(0, 2), sha256);

const hashOf = ({ key }: StoredFile): string => key.split("/").at(-1)!;

/** Nothing is forgotten while something is added: what is added may be what is about to go. */
const addingLock = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('stored files', 0))`;
const forgettingLock = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('stored files', 0))`;

/**
 * Keeps a cleaned file, under the words that its owner gave it, in the transaction that says what it belongs to.
 * @returns the id of its row
 * @throws Refusal `sourceStoreAway`
 */
export async function addStoredFile(
  tx: Transaction,
  { type, bytes, title }: { type: FileType; bytes: Uint8Array; title: string },
  by: { id: number; now: Date },
): Promise<number> {
  await addingLock(tx);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // Before its row: whatever the database names can be read.
  await files.put(keyOf(sha256), bytes).catch((error: unknown) => {
    if (!(error instanceof FileStoreAway)) throw error;
    log.error({}, error.message);
    throw new Refusal("sourceStoreAway");
  });
  const { id } = await tx.storedFile.create({
    data: { sha256, size: bytes.byteLength, type, title, addedAt: by.now, addedById: by.id },
    select: { id: true },
  });
  return id;
}

/** The bytes of a row's file; null where they are in the store no longer. */
export const openStoredFile = ({ sha256 }: { sha256: string }) => files.open(keyOf(sha256));

/**
 * Takes rows away, in the transaction that takes away what they belong to. Their bytes go once no other row names them.
 * @returns how many there were
 */
export async function dropStoredFiles(
  tx: Pick<Transaction, "storedFile">,
  where: Prisma.StoredFileWhereInput,
): Promise<number> {
  const rows = await tx.storedFile.findMany({ where, select: { sha256: true } });
  // Of a transaction that is undone the row stays, and the mark goes again.
  for (const { sha256 } of rows) await files.put(fileKey("source-dropped", sha256), mark);
  const { count } = await tx.storedFile.deleteMany({ where });
  return count;
}

/**
 * Files whose last row was dropped on purpose are forgotten within two hours. Others that no row names are kept for a week from
 * the moment they are found: a database that was restored, or isn't the one of this folder, may name them again. Where it names
 * none at all they stay.
 */
export async function forgetFiles(now: Date): Promise<void> {
  const isOlder = ({ seen }: StoredFile, ms: number) => +seen < +now - ms;
  const old = (await files.list("source")).filter((file) => isOlder(file, HOUR_MS));
  const [dropped, unnamed] = [await files.list("source-dropped"), await files.list("source-unnamed")];
  if (old.length + dropped.length + unnamed.length === 0) return;
  await transaction(async (tx) => {
    await forgettingLock(tx);
    const rows = await tx.storedFile.findMany({ distinct: ["sha256"], select: { sha256: true } });
    const named = new Set(rows.map(({ sha256 }) => sha256));
    const isDropped = new Set(dropped.map(hashOf));
    const since = new Map(unnamed.map((found) => [hashOf(found), found]));
    const gone = old.filter((file) => !named.has(hashOf(file)));
    const unknown = gone.filter((file) => !isDropped.has(hashOf(file)));
    const isForeign = named.size === 0;
    if (isForeign && unknown.length > 0)
      log.warn({ files: unknown.length }, "The database names none of the files that are kept: they stay.");
    const over = unknown.filter((file) => {
      const found = since.get(hashOf(file));
      return !isForeign && found && isOlder(found, WEEK_MS);
    });
    const waiting = new Set(isForeign ? [] : unknown.filter((file) => !over.includes(file)).map(hashOf));
    for (const hash of waiting) if (!since.has(hash)) await files.put(fileKey("source-unnamed", hash), mark);
    const removed = [
      ...gone.filter((file) => isDropped.has(hashOf(file))),
      ...over,
      // Marks of what is named again, or is gone.
      ...unnamed.filter((found) => !waiting.has(hashOf(found))),
      ...dropped.filter((found) => isOlder(found, DAY_MS)),
    ];
    await files.remove(removed.map(({ key }) => key));
  });
}
