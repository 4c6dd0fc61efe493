import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Transaction } from "@/lib/server/db/client";

/** Chance that is drawn once and that nobody can repeat. */
export const drawnChance = (): string => randomBytes(32).toString("base64url");

/**
 * The report's secret, drawn by the database: the chance by which its review and its approval hide, so that what the reviewer
 * is shown is what becomes public. It is as secret as the report's values.
 */
export async function chanceOfReport(client: Pick<Transaction, "report">, id: number): Promise<string> {
  const { chance } = await client.report.findUniqueOrThrow({ where: { id }, select: { chance: true } });
  return chance;
}

/**
 * The key of an indicator's chance: another one for each results version, and the same whichever other indicators are worked
 * out beside it.
 * @returns 32 bytes, for lib/threads/random-of-key.ts
 */
export const keyOf = (chance: string, resultsVersion: number, indicator: string): Uint8Array =>
  createHash("sha256")
    .update(JSON.stringify([chance, resultsVersion, indicator]))
    .digest();
