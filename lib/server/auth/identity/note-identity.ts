import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import type { KnownThere } from "./vouched-for";

/**
 * Notes that somebody signs in by their identity, and links it where they have none yet of that issuer: they are told by mail
 * (wake the jobs after the transaction). Their account is held (`holdAccount`), and all else that is asked of them was shown.
 * @param mayLink whether they were found by an address that the provider verified
 * @throws Refusal `identityRefused` where it is somebody else's, or theirs is another one
 */
export async function noteIdentity(
  tx: Transaction,
  userId: number,
  { issuer, subject }: KnownThere,
  { mayLink }: { mayLink: boolean },
  now: Date,
): Promise<void> {
  const { count: used } = await tx.identity.updateMany({
    where: { userId, issuer, subject },
    data: { lastUsedAt: now },
  });
  if (used > 0) return;
  if (!mayLink) throw new Refusal("identityRefused");
  const link = { userId, issuer, subject, createdAt: now, lastUsedAt: now };
  // Neither another person's with this subject, nor another subject of this person's, gives way.
  const [identity] = await tx.identity.createManyAndReturn({
    data: [link],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!identity) throw new Refusal("identityRefused");
  await writeAudit(tx, {
    stream: `user:${userId}`,
    actorId: userId,
    action: "identityLinked",
    subject: `user ${userId}`,
    after: { issuer },
  });
  await queueMail(
    tx,
    { to: { userId }, kind: "identityLinked", args: { at: now.toISOString() }, once: `identity:${identity.id}` },
    now,
  );
}
