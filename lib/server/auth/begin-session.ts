import "server-only";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import type { Device } from "./device-of";
import { type StartedSession, startSession } from "./session";
import { handleOf } from "./session-handle";
import { type CountedAttempt, forgiveAttempt } from "./sign-in-throttle";

/** A browser stays known for so long after its person last signed in with it. */
const KNOWN_DEVICE_DAYS = 90;

interface Entry {
  userId: number;
  attempt: CountedAttempt;
  address: string;
  device: Device;
  /** What was shown besides the password, or what the provider vouched for. */
  by?: "app" | "recoveryCode" | "passkey";
  /** Whether the identity provider vouched for them, and no password was asked. */
  isByProvider?: boolean;
  passkeyId?: number;
}

/**
 * Somebody who showed all that is asked of them is signed in. Their account is held (`holdAccount`). From an unusual place they
 * are told of it by mail: wake the jobs after the transaction.
 */
export async function beginSession(
  tx: Transaction,
  { userId, attempt, address, device, by, isByProvider, passkeyId }: Entry,
  now: Date,
): Promise<StartedSession> {
  const isNewPlace = await isUnusual(tx, userId, attempt.isKnown, device, now);
  await forgiveAttempt(tx, attempt, now);
  const session = await startSession(tx, userId, now, { ...device, isNewPlace, ...(passkeyId && { passkeyId }) });
  if (isNewPlace) {
    const at = now.toISOString();
    await queueMail(
      tx,
      { to: { userId }, kind: "newPlace", args: { at }, once: `newPlace:${handleOf(session.id)}` },
      now,
    );
  }
  await writeAudit(tx, {
    stream: `user:${userId}`,
    actorId: userId,
    action: "signedIn",
    subject: `user ${userId}`,
    after: {
      address,
      ...device,
      ...(isNewPlace && { isNewPlace }),
      ...(by && { by }),
      ...(isByProvider && { isByProvider }),
      ...(passkeyId && { passkeyId }),
    },
  });
  return session;
}

/**
 * Whether the person wasn't seen on this network, or with such a browser, for long. Nobody's first time is unusual, and whoever
 * wasn't here for long is told; what browsers said wasn't kept before, so that none is new to somebody of whom it isn't known.
 */
async function isUnusual(tx: Transaction, userId: number, isKnownNetwork: boolean, device: Device, now: Date) {
  const since = new Date(now.getTime() - KNOWN_DEVICE_DAYS * 24 * 3600 * 1000);
  const before = await tx.session.groupBy({
    by: ["browser", "system"],
    where: { userId, createdAt: { gt: since } },
  });
  if (before.length === 0) return (await tx.session.count({ where: { userId } })) > 0;
  const known = before.filter(({ browser, system }) => browser !== null || system !== null);
  const isKnownDevice = known.some(({ browser, system }) => browser === device.browser && system === device.system);
  return !isKnownNetwork || (known.length > 0 && !isKnownDevice);
}
