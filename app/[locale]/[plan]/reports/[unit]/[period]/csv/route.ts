import type { ReportAddress } from "@/lib/views/report-view";
import { reportFile } from "../report-file";

/** The same as CSV. */
export const GET = (request: Request, { params }: { params: Promise<{ locale: string } & ReportAddress> }) =>
  reportFile(request, params, { below: "/csv", format: "csv" });
