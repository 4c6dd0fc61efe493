import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { passwordMark } from "@/lib/server/auth/two-step/pending";
import type { Transaction } from "@/lib/server/db/client";

/** Long enough to find one's security key and to unlock a telephone. */
export const CHALLENGE_SECONDS = 5 * 60;

const hashOf = (challenge: string) => createHash("sha256").update(challenge).digest("base64url");

/**
 * Makes what a device is to sign: random bytes, base64url. Those that are over go.
 * @param of whoever adds a passkey, with the password that they gave; null for whoever signs in
 */
export async function addChallenge(
  client: Pick<Transaction, "passkeyChallenge">,
  of: { userId: number; passwordHash: string } | null,
  now: Date,
): Promise<string> {
  const challenge = randomBytes(32).toString("base64url");
  await client.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
  await client.passkeyChallenge.create({
    data: {
      challengeHash: hashOf(challenge),
      userId: of?.userId ?? null,
      passwordMark: of && passwordMark(of.passwordHash),
      expiresAt: new Date(now.getTime() + CHALLENGE_SECONDS * 1000),
    },
  });
  return challenge;
}

/**
 * Takes what was signed for good: of two who send it at once, one finds it.
 * @param of whose it has to be, as `addChallenge` was told
 * @returns whether it was there
 */
export async function takeChallenge(
  tx: Transaction,
  challenge: string | null,
  of: { userId: number; passwordHash: string } | null,
  now: Date,
): Promise<boolean> {
  if (challenge === null) return false;
  const { count } = await tx.passkeyChallenge.deleteMany({
    where: {
      challengeHash: hashOf(challenge),
      userId: of?.userId ?? null,
      passwordMark: of && passwordMark(of.passwordHash),
      expiresAt: { gt: now },
    },
  });
  return count > 0;
}

/** What a device says that it signed; null where it says nothing that can be read. */
export function challengeOf({ clientDataJSON }: { clientDataJSON: string }): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    return typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}
