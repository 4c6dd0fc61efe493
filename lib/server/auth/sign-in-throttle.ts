import "server-only";
import { createHash } from "node:crypto";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit";
import { db, type Transaction } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { networkOf } from "./network-of";

const WINDOW_MS = 15 * 60_000;
/** Attempts in a window. An office shares one address, so an address gets more than an account. */
const LIMITS = { account: 10, address: 50 };

export type ThrottleKey = `account:${string}` | `address:${string}`;

/** People type passwords into the wrong field, so the e-mail address is kept as a hash only. */
export function accountKey(email: string): ThrottleKey {
  return `account:${createHash("sha256").update(email).digest("base64url")}`;
}

export function addressKey(address: string): ThrottleKey {
  return `address:${networkOf(address)}`;
}

/**
 * Counts an attempt before its password is looked at, so that many at once can't slip past the limit together.
 * A success takes its own count back with `forgiveAttempt`.
 * @throws Refusal `throttled` with the minutes to wait
 */
export async function countAttempt(key: ThrottleKey, now: Date): Promise<void> {
  const limit = key.startsWith("account:") ? LIMITS.account : LIMITS.address;
  const windowBegan = new Date(now.getTime() - WINDOW_MS);
  const client = await db();
  const [row] = await client.$queryRaw<{ failures: number; window_start: Date }[]>`
    INSERT INTO sign_in_throttle AS t (key, failures, window_start) VALUES (${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN t.window_start <= ${windowBegan} THEN 1 ELSE LEAST(t.failures, 1000000) + 1 END,
      window_start = CASE WHEN t.window_start <= ${windowBegan} THEN ${now} ELSE t.window_start END
    RETURNING failures, window_start`;
  if (row === undefined || row.failures <= limit) return;
  if (row.failures === limit + 1) {
    await transaction((tx) =>
      writeAudit(tx, {
        stream: "sign-in",
        actorId: null,
        action: "throttled",
        subject: key,
        after: { since: row.window_start },
      }),
    );
  }
  const wait = row.window_start.getTime() + WINDOW_MS - now.getTime();
  throw new Refusal("throttled", { minutes: Math.max(1, Math.ceil(wait / 60_000)) });
}

/** After a success: the account begins afresh, and the address gets this attempt back. Windows long over are cleared away. */
export async function forgiveAttempt(
  tx: Transaction,
  account: ThrottleKey,
  address: ThrottleKey,
  now: Date,
): Promise<void> {
  await tx.signInThrottle.updateMany({
    where: { key: address, failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
  await tx.signInThrottle.deleteMany({
    where: { OR: [{ key: account }, { windowStart: { lt: new Date(now.getTime() - WINDOW_MS) } }] },
  });
}
