import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { composeMail } from "@/lib/server/mail/compose-mail";
import { mailReader } from "@/lib/server/mail/mail-reader";
import { readNotices } from "@/lib/server/mail/read-notices";
import { siteTexts } from "@/lib/server/site/site-texts";
import type { MailView } from "@/lib/views/mail-view";
import { mailRow, mailSelect, mayViewMail, visibleMail } from "./mail-list";

/**
 * One mail with what it says, or would say if it left now; null where there is none, or for whoever may not know. A link that
 * lets in whoever has it isn't in it.
 */
export async function mailOf(actor: Actor, id: number, now: Date): Promise<MailView | null> {
  if (!mayViewMail(actor)) return null;
  const client = await db();
  const found = await client.mail.findFirst({
    where: { id, ...visibleMail(actor) },
    select: {
      ...mailSelect,
      userId: true,
      locale: true,
      notices: { select: { id: true, kind: true, args: true, leftOut: true }, orderBy: { id: "asc" } },
    },
  });
  if (!found) return null;
  const { userId, locale, ...row } = found;
  const reader = await mailReader({ userId, locale, email: row.email });
  const read = await readNotices(row.notices, reader, row.endedAt ?? now);
  // What was settled since it left was in it all the same.
  const hasLeft = row.endedAt !== null;
  const notices = read.map((notice, index) =>
    hasLeft ? { ...notice, leftOut: row.notices[index]!.leftOut as typeof notice.leftOut } : notice,
  );
  const said = await composeMail(notices, reader.locale, row.endedAt ?? row.dueAt, {
    isMasked: true,
    site: (await siteTexts(reader.locale)).name,
  });
  return { ...mailRow(row), said: said && { locale: reader.locale, subject: said.subject, text: said.text } };
}
