import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { beginSession } from "@/lib/server/auth/begin-session";
import { demoMode } from "@/lib/server/auth/demo-mode";
import { type Device, unknownDevice } from "@/lib/server/auth/device-of";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { verifyPassword } from "@/lib/server/auth/password";
import type { StartedSession } from "@/lib/server/auth/session";
import { countAttempt, giveBackAttempt } from "@/lib/server/auth/sign-in-throttle";
import { addPending, SecondStepNeeded } from "@/lib/server/auth/two-step/pending";
import { db } from "@/lib/server/db/client";
import { wakeJobs } from "@/lib/server/jobs/running";
import { transaction } from "@/lib/server/transaction";

export interface Credentials {
  /** Lower case. */
  email: string;
  password: string;
}

/**
 * Checks the credentials and starts a session. Every way of signing in comes through here.
 * Whether the account doesn't exist, is disabled or has another password is one answer, reached by the same work.
 * @throws Refusal `throttled` or `wrongCredentials`; SecondStepNeeded where a password alone makes no session: that takes
 * `signInWithCode`
 */
export async function signIn(
  { email, password }: Credentials,
  address: string,
  now: Date,
  device: Device = unknownDevice,
): Promise<StartedSession> {
  const attempt = await countAttempt({ email, address }, now);
  const user = await (await db()).user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, isDemo: true, disabledAt: true },
  });
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !matches || user.disabledAt !== null || (user.isDemo && !demoMode()))
    throw new Refusal("wrongCredentials");
  const entered = await transaction(async (tx) => {
    const { passwordHash, disabledAt, hasTwoStep } = await holdAccount(tx, user.id);
    if (passwordHash !== user.passwordHash || disabledAt !== null) throw new Refusal("wrongCredentials");
    if (!hasTwoStep) return beginSession(tx, { userId: user.id, attempt, address, device }, now);
    await giveBackAttempt(tx, attempt);
    return new SecondStepNeeded(await addPending(tx, { userId: user.id, passwordHash }, now));
  });
  if (entered instanceof SecondStepNeeded) throw entered;
  wakeJobs();
  return entered;
}
