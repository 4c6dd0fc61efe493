import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/**
 * Ends somebody's sessions, and what they began and didn't finish.
 * @param but the session that goes on
 * @returns how many ended
 */
export async function endSessions(
  tx: Transaction,
  { userId, but = null }: { userId: number; but?: string | null },
  now: Date,
): Promise<number> {
  await tx.pendingSignIn.deleteMany({ where: { userId } });
  await tx.passkeyChallenge.deleteMany({ where: { userId } });
  const { count } = await tx.session.updateMany({
    where: { userId, endedAt: null, expiresAt: { gt: now }, ...(but !== null && { id: { not: but } }) },
    data: { endedAt: now },
  });
  return count;
}
