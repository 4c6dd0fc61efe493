import "server-only";
import type { ReportAddress } from "@/lib/schemas/report-view";
import type { AuditEntry } from "@/lib/server/audit";

/** What the audit says of every event of a report: its stream and its name. */
export const reportEvent = (
  reportId: number,
  { unit, period }: ReportAddress,
  more?: string,
): Pick<AuditEntry, "stream" | "subject"> => ({
  stream: `report:${reportId}`,
  subject: `report ${unit} ${period}${more ? ` ${more}` : ""}`,
});
