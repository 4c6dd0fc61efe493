import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { beginSession } from "@/lib/server/auth/begin-session";
import { type Device, unknownDevice } from "@/lib/server/auth/device-of";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { noteIdentity } from "@/lib/server/auth/identity/note-identity";
import type { VouchedFor } from "@/lib/server/auth/identity/vouched-for";
import type { StartedSession } from "@/lib/server/auth/session";
import { countAttempt, giveBackAttempt } from "@/lib/server/auth/sign-in-throttle";
import { addPending, SecondStepNeeded } from "@/lib/server/auth/two-step/pending";
import { db } from "@/lib/server/db/client";
import { wakeJobs } from "@/lib/server/jobs/running";
import { transaction } from "@/lib/server/transaction";

const account = { id: true, email: true, isDemo: true, disabledAt: true } as const;

/**
 * Starts the session of whoever the identity provider vouches for: the person whose identity it is, or, the first time, who has
 * the address that it verified. Nobody gets an account by it. Whether there is none, it is disabled, a demo account's, or linked
 * to another identity is one answer. What is asked besides a password is asked besides this too.
 * @throws Refusal `throttled` or `identityRefused`; SecondStepNeeded where it takes `signInWithCode` besides
 */
export async function signInByProvider(
  { issuer, subject, verifiedEmail }: VouchedFor,
  address: string,
  now: Date,
  device: Device = unknownDevice,
): Promise<StartedSession> {
  const client = await db();
  const known = await client.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { user: { select: account } },
  });
  const named =
    known?.user ??
    (verifiedEmail === null
      ? null
      : await client.user.findUnique({ where: { email: verifiedEmail }, select: account }));
  const email = named?.email ?? verifiedEmail ?? `${issuer} ${subject}`;
  const attempt = await countAttempt({ email, address }, now);
  if (!named || named.isDemo || named.disabledAt !== null) throw new Refusal("identityRefused");
  const userId = named.id;
  const entered = await transaction(async (tx) => {
    const held = await holdAccount(tx, userId);
    const isSame = held.email === named.email && held.disabledAt === null && !held.isDemo;
    if (!isSame) throw new Refusal("identityRefused");
    const identity = { issuer, subject };
    if (held.hasTwoStep) {
      await giveBackAttempt(tx, attempt);
      const { passwordHash } = held;
      return new SecondStepNeeded(await addPending(tx, { userId, passwordHash, identity }, now));
    }
    await noteIdentity(tx, userId, identity, { mayLink: known === null }, now);
    return beginSession(tx, { userId, attempt, address, device, isByProvider: true }, now);
  });
  if (entered instanceof SecondStepNeeded) throw entered;
  wakeJobs();
  return entered;
}
