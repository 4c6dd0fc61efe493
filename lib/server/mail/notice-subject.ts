import "server-only";
import type { LocatedReport } from "@/lib/server/reports/locate-report";

/** What a notice is about; of one about a unit alone the period is null. */
export type NoticeSubject = Pick<LocatedReport, "plan" | "unit" | "report"> & {
  period: (LocatedReport["period"] & { due: string }) | null;
};
