import "server-only";
import { type ReplyClocks, usualReplyClocks } from "@/lib/domain/commitments/reply-clocks";
import type { Transaction } from "@/lib/server/db/client";

/** How long the secretariat and governments have, as pages say it beforehand. */
export const replyClocks = async (client: Pick<Transaction, "siteSettings">): Promise<ReplyClocks> =>
  (await client.siteSettings.findFirst({ select: { replyDays: true, safetyCheckDays: true } })) ?? usualReplyClocks;
