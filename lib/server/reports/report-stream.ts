import "server-only";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { ReportAddress } from "@/lib/views/report-view";

/** What the audit says of every event of a report: its stream, its name and its place. */
export const reportEvent = (
  { id, planId, unitId }: { id: number; planId: number; unitId: number },
  { unit, period }: ReportAddress,
  more?: string,
): Pick<AuditEntry, "stream" | "subject" | "place"> => ({
  stream: `report:${id}`,
  subject: `report ${unit} ${period}${more ? ` ${more}` : ""}`,
  place: { planId, unitId, reportId: id },
});
