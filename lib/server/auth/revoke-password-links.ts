import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/** Links to set somebody's password that were handed over or mailed are worth nothing from now on. */
export async function revokePasswordLinks(tx: Transaction, userId: number, now: Date): Promise<void> {
  await tx.passwordLink.updateMany({
    where: { userId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}
