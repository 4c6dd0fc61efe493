import { writeReportCsv } from "@/lib/exchange/report/report-csv";
import type { ReportFile } from "@/lib/exchange/report/report-file";
import { writeReportWorkbook } from "@/lib/exchange/report/write-report-workbook";
import { answerRequests } from "./answer-requests";

// What runs in the thread of lib/server/imports/report-file/write-report-file.ts.

export interface ReportFileRequest {
  file: ReportFile;
  format: "xlsx" | "csv";
}

answerRequests<ReportFileRequest, Uint8Array<ArrayBuffer>>(
  async ({ file, format }) =>
    new Uint8Array(
      format === "xlsx" ? await writeReportWorkbook(file) : new TextEncoder().encode(writeReportCsv(file)),
    ),
  ({ buffer }) => [buffer],
);
