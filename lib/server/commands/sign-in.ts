import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { demoMode } from "@/lib/server/auth/demo-mode";
import { verifyPassword } from "@/lib/server/auth/password";
import { type StartedSession, startSession } from "@/lib/server/auth/session";
import { countAttempt, forgiveAttempt } from "@/lib/server/auth/sign-in-throttle";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";

export interface Credentials {
  /** Lower case. */
  email: string;
  password: string;
}

/**
 * Checks the credentials and starts a session. Every way of signing in comes through here.
 * Whether the account doesn't exist, is disabled or has another password is one answer, reached by the same work.
 * @throws Refusal `throttled` or `wrongCredentials`
 */
export async function signIn({ email, password }: Credentials, address: string, now: Date): Promise<StartedSession> {
  const attempt = await countAttempt({ email, address }, now);
  const user = await (await db()).user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, isDemo: true, disabledAt: true },
  });
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !matches || user.disabledAt !== null || (user.isDemo && !demoMode()))
    throw new Refusal("wrongCredentials");
  return transaction(async (tx) => {
    await forgiveAttempt(tx, attempt, now);
    const session = await startSession(tx, user.id, now);
    await writeAudit(tx, {
      stream: `user:${user.id}`,
      actorId: user.id,
      action: "signedIn",
      subject: `user ${user.id}`,
      after: { address },
    });
    return session;
  });
}
