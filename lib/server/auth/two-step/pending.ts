import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { KnownThere } from "@/lib/server/auth/identity/vouched-for";
import type { Transaction } from "@/lib/server/db/client";

/** Long enough to find one's telephone. */
export const PENDING_SECONDS = 10 * 60;

/** The password was right, or the identity provider vouched, and a code is still to come. Only the browser has the token. */
export interface PendingSignIn {
  token: string;
  expiresAt: Date;
}

/** Instead of a session, where a password alone doesn't make one. */
export class SecondStepNeeded extends Error {
  override readonly name = "SecondStepNeeded";
  constructor(readonly pending: PendingSignIn) {
    super("a code is needed");
  }
}

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

export const tokenHash = digest;

/** Tells one password's hash from another's without holding it twice. */
export const passwordMark = (passwordHash: string): string => digest(`password ${passwordHash}`);

/**
 * Those that are over go.
 * @param identity of whom the provider vouched for
 */
export async function addPending(
  tx: Transaction,
  { userId, passwordHash, identity }: { userId: number; passwordHash: string; identity?: KnownThere },
  now: Date,
): Promise<PendingSignIn> {
  const pending = {
    token: randomBytes(32).toString("base64url"),
    expiresAt: new Date(now.getTime() + PENDING_SECONDS * 1000),
  };
  await tx.pendingSignIn.deleteMany({ where: { expiresAt: { lte: now } } });
  await tx.pendingSignIn.create({
    data: {
      tokenHash: tokenHash(pending.token),
      userId,
      passwordMark: passwordMark(passwordHash),
      expiresAt: pending.expiresAt,
      ...identity,
    },
  });
  return pending;
}
