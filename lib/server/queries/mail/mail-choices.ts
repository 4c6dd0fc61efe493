import "server-only";
import { isDigestMail } from "@/lib/domain/mail";
import type { Actor } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import type { MailChoicesView } from "@/lib/views/mail-view";

/** What the actor doesn't want to be told by mail. */
export async function mailChoices(actor: Actor): Promise<MailChoicesView> {
  const client = await db();
  const rows = await client.unwantedMail.findMany({ where: { userId: actor.id }, select: { kind: true } });
  const kinds = rows.map(({ kind }) => kind);
  return { unwanted: kinds.filter(isDigestMail), none: kinds.includes("all") };
}
