import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { MOST_PASSKEYS, type PasskeyMade } from "@/lib/schemas/forms/passkeys";
import { writeAudit } from "@/lib/server/audit/write";
import type { Device } from "@/lib/server/auth/device-of";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { challengeOf, takeChallenge } from "@/lib/server/auth/passkeys/challenges";
import type { RelyingParty } from "@/lib/server/auth/passkeys/relying-party";
import { verifyMade } from "@/lib/server/auth/passkeys/verify-passkey";
import { wakeJobs } from "@/lib/server/jobs/running";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { transaction } from "@/lib/server/transaction";

/**
 * Adds the passkey that the actor's device made (`beginPasskey`), and tells them by mail. It is both steps of signing in: sessions
 * that began otherwise go on as they were.
 * @param name what they call it; empty: what their browser is
 * @throws Refusal `passkeyOfDemo`, `passkeyOver` also where the password was changed since, `passkeyFailed`, `passkeysFull` or
 * `passkeyKnown`
 */
export async function addPasskey(
  actor: Actor,
  { name, response }: { name: string; response: PasskeyMade },
  party: RelyingParty,
  { browser, system }: Device,
  now: Date,
): Promise<number> {
  if (actor.isDemo) throw new Refusal("passkeyOfDemo");
  const userId = actor.id;
  const added = await transaction(async (tx) => {
    const { passwordHash, disabledAt } = await holdAccount(tx, userId);
    const challenge = challengeOf(response.response);
    const isTaken = await takeChallenge(tx, challenge, { userId, passwordHash }, now);
    if (challenge === null || !isTaken || disabledAt !== null) throw new Refusal("passkeyOver");
    const verified = await verifyMade(response, challenge, party);
    if (!verified) throw new Refusal("passkeyFailed");
    if ((await tx.passkey.count({ where: { userId } })) >= MOST_PASSKEYS)
      throw new Refusal("passkeysFull", { most: MOST_PASSKEYS });
    const { counter, ...made } = verified;
    const called = name || [browser, system].filter((known) => known !== null).join(", ") || "Passkey";
    const [row] = await tx.passkey.createManyAndReturn({
      data: {
        userId,
        ...made,
        counter: BigInt(counter),
        transports: response.response.transports,
        name: called,
        createdAt: now,
      },
      select: { id: true },
      skipDuplicates: true,
    });
    if (!row) throw new Refusal("passkeyKnown");
    const args = { at: now.toISOString() };
    await queueMail(tx, { to: { userId }, kind: "passkeyAdded", args, once: `passkeyAdded:${row.id}` }, now);
    await writeAudit(tx, {
      stream: `user:${userId}`,
      actorId: userId,
      action: "passkeyAdded",
      subject: `user ${userId}`,
      after: { passkey: row.id, name: called, isBackedUp: made.isBackedUp },
    });
    return row.id;
  });
  wakeJobs();
  return added;
}
