import "server-only";
import { isPlatformMember, readPlatformReportCode } from "@/lib/domain/commitments/platform-report";
import { db } from "@/lib/server/db/client";
import type { MailReader } from "@/lib/server/mail/mail-reader";
import type { NoticeSubject } from "@/lib/server/mail/notice-subject";
import { memberIdsOf } from "./hold-platform";

/** Which of these platforms' reports, by their codes, are still of a platform that the reader's organisation belongs to. */
export async function stillMemberOf(
  { plan }: Pick<NoticeSubject, "plan">,
  codes: readonly string[],
  { actor }: Pick<MailReader, "actor">,
): Promise<string[]> {
  if (actor === null) return [];
  const client = await db();
  const own: string[] = [];
  for (const code of codes) {
    const of = readPlatformReportCode(code);
    const unit =
      of && (await client.reportingUnit.findFirst({ where: { planId: plan.id, code: of.unit }, select: { id: true } }));
    if (unit && isPlatformMember(actor, plan.id, await memberIdsOf(client, unit.id))) own.push(code);
  }
  return own;
}
