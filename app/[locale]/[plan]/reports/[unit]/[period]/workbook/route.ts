import type { ReportAddress } from "@/lib/views/report-view";
import { reportFile } from "../report-file";

/** The report as a workbook that is filled in without a line and imported again. */
export const GET = (request: Request, { params }: { params: Promise<{ locale: string } & ReportAddress> }) =>
  reportFile(request, params, { below: "/workbook", format: "xlsx" });
