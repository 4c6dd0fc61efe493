import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import type { PasskeyUsed } from "@/lib/schemas/forms/passkeys";
import { writeAudit } from "@/lib/server/audit/write";
import { beginSession } from "@/lib/server/auth/begin-session";
import { demoMode } from "@/lib/server/auth/demo-mode";
import { type Device, unknownDevice } from "@/lib/server/auth/device-of";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { challengeOf, takeChallenge } from "@/lib/server/auth/passkeys/challenges";
import type { RelyingParty } from "@/lib/server/auth/passkeys/relying-party";
import { userHandle } from "@/lib/server/auth/passkeys/user-handle";
import { verifyUsed } from "@/lib/server/auth/passkeys/verify-passkey";
import type { StartedSession } from "@/lib/server/auth/session";
import { countPasskey, forgivePasskey, uncountedAttempt } from "@/lib/server/auth/sign-in-throttle";
import { db, type Transaction } from "@/lib/server/db/client";
import { wakeJobs } from "@/lib/server/jobs/running";
import { transaction } from "@/lib/server/transaction";

/**
 * Signs somebody in by what their device signed (`beginPasskeySignIn`): it has the key, and knew its person, so that neither a password
 * nor a code is asked for. What was to be signed is taken in any case. A passkey that isn't known, one of somebody who is
 * disabled, and one that isn't signed as it should be are one answer.
 * @throws Refusal `throttled`, `passkeyOver`, `passkeyRefused`, or `passkeyCopied` where the device counts less than before
 */
export async function signInWithPasskey(
  response: PasskeyUsed,
  party: RelyingParty,
  address: string,
  now: Date,
  device: Device = unknownDevice,
): Promise<StartedSession> {
  const throttle = await countPasskey(address, now);
  const known = await (await db()).passkey.findUnique({
    where: { credentialId: response.id },
    select: { id: true, userId: true, user: { select: { email: true } } },
  });
  const attempt = known && (await uncountedAttempt({ email: known.user.email, address }, now));
  const entered = await transaction(async (tx) => {
    const challenge = challengeOf(response.response);
    // A refusal is handed out and not thrown: what was signed stays taken.
    if (challenge === null || !(await takeChallenge(tx, challenge, null, now))) return new Refusal("passkeyOver");
    if (!known || !attempt) return new Refusal("passkeyRefused");
    const used = await takeUse(tx, known, { response, challenge, party }, now);
    if (used instanceof Refusal) return used;
    await forgivePasskey(tx, throttle);
    const { id: passkeyId, userId } = known;
    return beginSession(tx, { userId, attempt, address, device, by: "passkey", passkeyId }, now);
  });
  if (entered instanceof Refusal) throw entered;
  wakeJobs();
  return entered;
}

interface Signed {
  response: PasskeyUsed;
  challenge: string;
  party: RelyingParty;
}

/** Notes a use of the passkey, whose account is held from now on; or says why not. */
async function takeUse(
  tx: Transaction,
  { id, userId }: { id: number; userId: number },
  { response, challenge, party }: Signed,
  now: Date,
): Promise<Refusal | null> {
  const { disabledAt, isDemo } = await holdAccount(tx, userId);
  const passkey = await tx.passkey.findFirst({
    where: { id, userId },
    select: { credentialId: true, publicKey: true, counter: true },
  });
  const handle = response.response.userHandle;
  const isTheirs = !handle || handle === Buffer.from(userHandle(userId)).toString("base64url");
  if (!passkey || !isTheirs || disabledAt !== null || (isDemo && !demoMode())) return new Refusal("passkeyRefused");
  const verified = await verifyUsed(response, challenge, party, passkey);
  if (!verified) return new Refusal("passkeyRefused");
  const counter = BigInt(verified.counter);
  // A device that doesn't count says 0 always.
  if (counter <= passkey.counter && (counter > 0 || passkey.counter > 0)) {
    await writeAudit(tx, {
      stream: `user:${userId}`,
      actorId: null,
      action: "passkeyRefusedAsCopied",
      subject: `user ${userId}`,
      after: { passkey: id, counted: Number(passkey.counter), said: verified.counter },
    });
    return new Refusal("passkeyCopied");
  }
  const { count } = await tx.passkey.updateMany({
    where: { id, counter: passkey.counter },
    data: { counter, isBackedUp: verified.isBackedUp, lastUsedAt: now },
  });
  return count === 0 ? new Refusal("passkeyOver") : null;
}
