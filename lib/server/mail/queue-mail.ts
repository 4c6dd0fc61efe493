import "server-only";
import { isUrgentMail, type MailKind } from "@/lib/domain/mail";
import type { Locale } from "@/lib/i18n/routing";
import { type MailArgs, mailArgs } from "@/lib/schemas/mail/mail-args";
import type { Transaction } from "@/lib/server/db/client";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { mornings } from "./digest-time";
import { sendMailJob } from "./send-mail-job";

interface ToQueue<K extends MailKind> {
  /** Whoever has an account is written to in its language, and at its address as it is when the mail goes out. */
  to: { userId: number } | { email: string; locale: Locale };
  kind: K;
  args: MailArgs<K>;
  /** What is told once: names the kind, what it is about and to whom. Asked for again, it changes nothing. */
  once: string;
}

/**
 * Queues something that somebody is to be told, in the caller's transaction: it is told if and only if that goes through. Urgent
 * kinds go out at once (call `wakeJobs` after the transaction), all others with the person's next morning mail, unless the person
 * doesn't want it or it is settled by then. Queue for several people in the order of their ids.
 */
export async function queueMail<K extends MailKind>(
  tx: Transaction,
  { to, kind, args, once }: ToQueue<K>,
  now: Date,
): Promise<void> {
  const told = await tx.mailNotice.findUnique({ where: { once }, select: { id: true } });
  if (told) return;
  const notice = JSON.stringify(mailArgs[kind].parse(args));
  const put = (mail: MailRow) => putNotice(tx, to, mail, { kind, once, notice }, now);
  if (isUrgentMail(kind)) {
    if (await put({ kind, once, dueAt: now })) await enqueue(tx, sendMailJob, {}, { key: "urgent" });
    return;
  }
  const person = "userId" in to ? to.userId : to.email.toLowerCase();
  // A morning's mail that has gone, or is on its way, takes nothing more: then it is the next one's.
  for (const { day, at } of mornings(now))
    if (await put({ kind: "digest", once: `digest:${person}:${day}`, dueAt: at })) return;
}

interface MailRow {
  kind: string;
  once: string;
  dueAt: Date;
}

/**
 * The mail stays locked until the transaction ends, so that it doesn't leave without what is added to it.
 * @returns whether the notice stands in that mail, or has been queued by somebody else
 */
async function putNotice(
  tx: Transaction,
  to: ToQueue<MailKind>["to"],
  mail: MailRow,
  { kind, once, notice }: { kind: string; once: string; notice: string },
  now: Date,
): Promise<boolean> {
  const at = "userId" in to ? { userId: to.userId, email: null, locale: null } : { userId: null, ...to };
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO mail (kind, once, user_id, email, locale, created_at, due_at)
    VALUES (${mail.kind}, ${mail.once}, ${at.userId}::int, ${at.email?.toLowerCase() ?? null}, ${at.locale}, ${now}, ${mail.dueAt})
    ON CONFLICT (once) DO UPDATE SET once = EXCLUDED.once WHERE mail.state = 'waiting' AND mail.attempt = 0
    RETURNING id`;
  if (!row) return false;
  await tx.$executeRaw`
    INSERT INTO mail_notice (mail_id, once, kind, args, created_at)
    VALUES (${row.id}, ${once}, ${kind}, ${notice}::jsonb, ${now}) ON CONFLICT (once) DO NOTHING`;
  return true;
}
