import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { beginSession } from "@/lib/server/auth/begin-session";
import { demoMode } from "@/lib/server/auth/demo-mode";
import { type Device, unknownDevice } from "@/lib/server/auth/device-of";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { noteIdentity } from "@/lib/server/auth/identity/note-identity";
import type { StartedSession } from "@/lib/server/auth/session";
import { codeKey, count, uncountedAttempt } from "@/lib/server/auth/sign-in-throttle";
import { passwordMark, tokenHash } from "@/lib/server/auth/two-step/pending";
import { takeCode } from "@/lib/server/auth/two-step/take-code";
import { db } from "@/lib/server/db/client";
import { wakeJobs } from "@/lib/server/jobs/running";
import { transaction } from "@/lib/server/transaction";

/**
 * The second step of signing in: starts the session of whoever gave the password just now (`signIn`), or for whom the identity
 * provider vouched (`signInByProvider`), and gives a code of their app, or a recovery code. A code is counted before it is looked at, as passwords are.
 * @param token what their browser keeps between the steps
 * @throws Refusal `signInOver`, `throttled`, `wrongCode` or `identityRefused`
 */
export async function signInWithCode(
  { token, code }: { token: string; code: string },
  address: string,
  now: Date,
  device: Device = unknownDevice,
): Promise<StartedSession> {
  const pending = await (await db()).pendingSignIn.findFirst({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: now } },
    select: {
      tokenHash: true,
      userId: true,
      passwordMark: true,
      issuer: true,
      subject: true,
      user: { select: { email: true } },
    },
  });
  if (!pending) throw new Refusal("signInOver");
  const {
    userId,
    issuer,
    subject,
    user: { email },
  } = pending;
  await count(codeKey(email), now);
  const attempt = await uncountedAttempt({ email, address }, now);
  const session = await transaction(async (tx) => {
    const held = await holdAccount(tx, userId);
    const isSame = passwordMark(held.passwordHash) === pending.passwordMark && held.hasTwoStep;
    if (!isSame || held.disabledAt !== null || (held.isDemo && !demoMode())) throw new Refusal("signInOver");
    const by = await takeCode(tx, userId, code, now);
    const { count: taken } = await tx.pendingSignIn.deleteMany({ where: { tokenHash: pending.tokenHash } });
    if (taken === 0) throw new Refusal("signInOver");
    await tx.signInThrottle.deleteMany({ where: { key: codeKey(email) } });
    const isByProvider = issuer !== null && subject !== null;
    if (isByProvider) await noteIdentity(tx, userId, { issuer, subject }, { mayLink: true }, now);
    return beginSession(tx, { userId, attempt, address, device, by, isByProvider }, now);
  });
  wakeJobs();
  return session;
}
