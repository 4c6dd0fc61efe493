import "server-only";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import { can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import type { MailReader } from "./mail-reader";
import type { NoticeSubject } from "./notice-subject";

/** Which of these platforms' reports, by their codes, have points that still wait for the reader's answer for the unit. */
export async function stillAnswering(
  { plan, unit }: NoticeSubject,
  codes: readonly string[],
  { actor }: MailReader,
): Promise<string[]> {
  if (actor === null || !can(actor, "sendReply", { planId: plan.id, unit })) return [];
  const reports = await (await db()).platformReport.findMany({
    where: {
      planId: plan.id,
      points: {
        some: {
          // Nobody waits for an answer to what was taken down.
          text: {
            end: null,
            rounds: { some: { responses: { some: { unitId: unit.id, state: { not: "given" } } } } },
          },
        },
      },
    },
    select: { year: true, unit: { select: { code: true } } },
  });
  const waiting = new Set(reports.map(({ year, unit: of }) => platformReportCode(of.code, year)));
  return codes.filter((code) => waiting.has(code));
}
