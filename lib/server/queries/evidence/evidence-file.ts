import "server-only";
import type { Readable } from "node:stream";
import { type Actor, can } from "@/lib/domain/permissions";
import { seesEvidenceOfReport } from "@/lib/domain/reports/evidence";
import type { FileType } from "@/lib/domain/source-file";
import { db } from "@/lib/server/db/client";
import { openStoredFile } from "@/lib/server/files/stored-files";
import { locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import type { ReportAddress } from "@/lib/views/report-view";

export interface EvidenceFile {
  title: string;
  type: FileType;
  size: number;
  sha256: string;
  open(): Promise<Readable | null>;
}

/** A file that backs something of a report, for whoever sees what it backs; null where there is none of which they may know. */
export async function evidenceFile(
  actor: Actor | null,
  address: ReportAddress,
  file: number,
): Promise<EvidenceFile | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located?.report) return null;
  const subject = subjectOf(located);
  if (!can(actor, "viewReport", subject)) return null;
  const row = await client.evidence.findFirst({
    where: { fileId: file, reportId: located.report.id },
    select: { indicatorId: true, file: { select: { title: true, type: true, size: true, sha256: true } } },
  });
  const found = row?.file;
  if (!row || !found) return null;
  const { indicatorId } = row;
  const sees =
    indicatorId === null
      ? seesEvidenceOfReport(actor, subject)
      : can(actor, "viewIndicator", { ...subject, indicatorId });
  return sees ? { ...found, open: () => openStoredFile(found) } : null;
}
