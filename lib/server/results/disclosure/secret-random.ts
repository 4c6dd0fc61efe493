import "server-only";
import { createCipheriv, createHash, randomBytes } from "node:crypto";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import type { Transaction } from "@/lib/server/db/client";

const batch = 1024;

/** Chance that nobody can repeat, not even by trying all seeds: every number comes from the system's own source. */
export const secretRandom = (): RandomSource => numbersOf(randomBytes);

/** The report's secret: hand it to `randomOfReport` and to nothing else. */
export async function chanceOfReport(client: Pick<Transaction, "report">, id: number): Promise<string> {
  const { chance } = await client.report.findUniqueOrThrow({ where: { id }, select: { chance: true } });
  return chance;
}

/**
 * The chance of publishing a report: the same for its review and for its approval, so that what the reviewer is shown is
 * what becomes public. Nobody else can repeat it, for `chance` was drawn by the database for this report and is as secret as
 * its values; a later results version draws anew.
 * @param resultsVersion the version under which it becomes public
 */
export function randomOfReport(chance: string, resultsVersion: number): RandomSource {
  const key = createHash("sha256").update(`${chance} ${resultsVersion}`).digest();
  // A block cipher that counts (NIST SP 800-38A, CTR): zeros come out as its key stream.
  const stream = createCipheriv("aes-256-ctr", key, Buffer.alloc(16));
  return numbersOf((size) => stream.update(Buffer.alloc(size)));
}

/** @param bytesOf the next so many bytes */
function numbersOf(bytesOf: (size: number) => Buffer): RandomSource {
  let bytes: Buffer = Buffer.alloc(0);
  let next = 0;
  return () => {
    if (next >= bytes.length) {
      bytes = bytesOf(4 * batch);
      next = 0;
    }
    next += 4;
    return bytes.readUInt32LE(next - 4) / 2 ** 32;
  };
}
