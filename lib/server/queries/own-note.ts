import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import type { OwnNote } from "@/lib/schemas/reports/review-more";
import { db } from "@/lib/server/db/client";
import { findIndicator } from "@/lib/server/reports/hold-report";
import { locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import type { ReportAddress } from "@/lib/views/report-view";

/** What the actor noted about an indicator under review for themselves; null where they review nothing there. */
export async function ownNote(actor: Actor, address: ReportAddress, code: string): Promise<OwnNote | null> {
  const client = await db();
  const located = await locateReport(client, address);
  const report = located?.report;
  if (!report || !areCodes(code)) return null;
  const { submittedById } = report;
  if (!can(actor, "reviewReport", { ...subjectOf(located), submittedById })) return null;
  const indicator = await findIndicator(client, located, code);
  if (!indicator) return null;
  const own = { reportId: report.id, indicatorId: indicator.id, authorId: actor.id };
  const note = await client.reviewNote.findUnique({
    where: { reportId_indicatorId_authorId: own },
    select: { body: true, rowVersion: true },
  });
  return note ?? { body: "", rowVersion: 0 };
}
