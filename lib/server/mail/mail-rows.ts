import "server-only";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import type { MailState } from "@/lib/server/db/generated/client";
import { transaction } from "@/lib/server/transaction";
import type { Addressed } from "./mail-reader";

/** The right to send a mail: theirs who began it last. */
export interface MailClaim extends Addressed {
  id: number;
  attempt: number;
  reference: string;
  notices: { id: number; kind: string; args: unknown }[];
}

/** Whoever began to send and said nothing for so long has ended: a dialogue with a mail server takes no part of it. */
const DEAD_MS = 15 * 60_000;

const FIRST_PAUSE_MS = 5 * 60_000;
/** With pauses that double, the last time is 43 hours after the first. */
const MOST_ATTEMPTS = 10;

/** This process, or another one's, lost the mail: what became of it is somebody else's to say. */
export class MailLost extends Error {
  constructor({ id, attempt }: Pick<MailClaim, "id" | "attempt">) {
    super(`Mail ${id} isn't its attempt ${attempt}'s any more.`);
  }
}

/** Begins the next mail that is due, or null: no two ever begin one. */
export async function claimMail(now: Date): Promise<MailClaim | null> {
  const client = await db();
  const [row] = await client.$queryRaw<{ id: number }[]>`
    UPDATE mail SET state = 'sending', attempt = attempt + 1, claimed_at = ${now}, handed_at = NULL
    WHERE state = 'waiting' AND id = (
      SELECT id FROM mail WHERE state = 'waiting' AND due_at <= ${now} ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  if (!row) return null;
  return client.mail.findUniqueOrThrow({
    where: row,
    select: {
      id: true,
      attempt: true,
      reference: true,
      userId: true,
      email: true,
      locale: true,
      notices: { select: { id: true, kind: true, args: true }, orderBy: { id: "asc" } },
    },
  });
}

/**
 * Says that the end of the mail goes to the mail server now. Whoever was taken for dead meanwhile doesn't send it.
 * @throws MailLost
 */
export async function noteHanded({ id, attempt }: MailClaim, now: Date): Promise<void> {
  const client = await db();
  const held = { id, attempt, state: "sending" } as const;
  const { count } = await client.mail.updateMany({ where: held, data: { handedAt: now } });
  if (count === 0) throw new MailLost({ id, attempt });
}

export interface Ended {
  state: MailState;
  reason: string | null;
  leftOut: readonly { id: number; leftOut: string | null }[];
  /** The address that was tried. */
  to: string | null;
}

/** Puts down what became of a mail. @throws MailLost */
export async function noteEnd(
  { id, attempt, userId }: MailClaim,
  { state, reason, leftOut, to }: Ended,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id, attempt, state: "sending" },
      data: { state, reason, endedAt: now, claimedAt: null },
    });
    if (count === 0) throw new MailLost({ id, attempt });
    for (const notice of leftOut)
      await tx.mailNotice.update({ where: { id: notice.id }, data: { leftOut: notice.leftOut } });
    if (state === "bounced" && userId !== null) await markBounced(tx, userId, to ?? "", { mail: id, reason }, now);
  });
}

/** Only where it is still the address that was tried. */
async function markBounced(tx: Transaction, userId: number, email: string, why: object, now: Date): Promise<void> {
  const where = { id: userId, email, mailBouncedAt: null };
  const { count } = await tx.user.updateMany({ where, data: { mailBouncedAt: now } });
  if (count === 0) return;
  const event = { stream: `user:${userId}`, actorId: null, action: "mailBounced", subject: `user ${userId}` };
  await writeAudit(tx, { ...event, after: why });
}

/**
 * Lets a mail wait to be tried again, with a pause that doubles, or gives it up. After a defect of ours nobody knows whether the
 * end of one that was handed over went: it stays for `noteDead`.
 * @throws MailLost
 */
export async function noteAgain({ id, attempt }: MailClaim, reason: string, now: Date): Promise<void> {
  const client = await db();
  const isOver = attempt >= MOST_ATTEMPTS;
  const dueAt = new Date(now.getTime() + FIRST_PAUSE_MS * 2 ** (attempt - 1));
  const { count } = await client.mail.updateMany({
    where: { id, attempt, state: "sending", ...(reason === "defect" && { handedAt: null }) },
    data: { reason, claimedAt: null, ...(isOver ? { state: "failed", endedAt: now } : { state: "waiting", dueAt }) },
  });
  if (count === 0) throw new MailLost({ id, attempt });
}

/**
 * Takes mails back whose sender ended on the way. The mail server can't have taken one whose end never went: it is tried
 * again. Of one whose end may have gone nobody knows, and it isn't sent a second time.
 */
export async function noteDead(now: Date): Promise<void> {
  const client = await db();
  const silent = { state: "sending", claimedAt: { lt: new Date(now.getTime() - DEAD_MS) } } as const;
  await client.mail.updateMany({
    where: { ...silent, handedAt: null },
    data: { state: "waiting", claimedAt: null, reason: "interrupted" },
  });
  await client.mail.updateMany({
    where: { ...silent, handedAt: { not: null } },
    data: { state: "unknown", claimedAt: null, endedAt: now, reason: "interrupted" },
  });
}
