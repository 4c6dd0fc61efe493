import "server-only";
import type { AuditEntry } from "@/lib/server/audit";
import type { ReportAddress } from "@/lib/views/report-view";

/** What the audit says of every event of a report: its stream and its name. */
export const reportEvent = (
  reportId: number,
  { unit, period }: ReportAddress,
  more?: string,
): Pick<AuditEntry, "stream" | "subject"> => ({
  stream: `report:${reportId}`,
  subject: `report ${unit} ${period}${more ? ` ${more}` : ""}`,
});
