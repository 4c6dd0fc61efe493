import "server-only";
import { createHash } from "node:crypto";
import type { FileType } from "@/lib/domain/source-file";
import type { Transaction } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { files } from "./disk-store";
import { type FileKey, fileKey } from "./file-key";

const HOUR_MS = 3_600_000;

const keyOf = (sha256: string): FileKey => fileKey("source", sha256.slice(0, 2), sha256);

/** Nothing is forgotten while something is added: what is added may be what is about to go. */
const addingLock = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('stored files', 0))`;
const forgettingLock = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('stored files', 0))`;

/**
 * Keeps a cleaned file, under the words that its owner gave it, in the transaction that says what it belongs to.
 * @returns the id of its row
 */
export async function addStoredFile(
  tx: Transaction,
  { type, bytes, title }: { type: FileType; bytes: Uint8Array; title: string },
  by: { id: number; now: Date },
): Promise<number> {
  await addingLock(tx);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // Before its row: whatever the database names can be read.
  await files.put(keyOf(sha256), bytes);
  const { id } = await tx.storedFile.create({
    data: { sha256, size: bytes.byteLength, type, title, addedAt: by.now, addedById: by.id },
    select: { id: true },
  });
  return id;
}

/** The bytes of a row's file; null where they are in the store no longer. */
export const openStoredFile = ({ sha256 }: { sha256: string }) => files.open(keyOf(sha256));

/** Files whose last row went are forgotten within two hours, whoever took the row away. */
export async function forgetFiles(now: Date): Promise<void> {
  const kept = await files.list("source");
  const old = kept.filter(({ seen }) => +seen < +now - HOUR_MS);
  if (old.length === 0) return;
  await transaction(async (tx) => {
    await forgettingLock(tx);
    const rows = await tx.storedFile.findMany({ distinct: ["sha256"], select: { sha256: true } });
    const named = new Set(rows.map(({ sha256 }) => keyOf(sha256)));
    await files.remove(old.flatMap(({ key }) => (named.has(key) ? [] : [key])));
  });
}
