import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { reportLock } from "@/lib/domain/reports/report";
import { writeAudit } from "@/lib/server/audit/write";
import { dropStoredFiles } from "@/lib/server/files/stored-files";
import { mustRemoveEvidence } from "@/lib/server/reports/evidence/hold-evidence";
import { holdReport, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Takes evidence away, by whoever added it or edits the whole report, while the report can be changed. The bytes of a file go
 * with it.
 * @returns whether it was still there: another window, or somebody else, may have taken it away before
 * @throws Refusal `notFound`, `notAllowed`, `locked`
 */
export async function removeEvidence(actor: Actor, address: ReportAddress, id: number, now: Date): Promise<boolean> {
  const located = await mustLocate(address);
  mustBeAble(actor, "takePart", subjectOf(located));
  return transaction(async (tx) => {
    const report = await holdReport(tx, located, now);
    const row = await tx.evidence.findFirst({
      where: { id, reportId: report.id },
      select: { fileId: true, indicatorId: true, createdById: true },
    });
    if (!row) return false;
    await mustRemoveEvidence(tx, actor, located, row);
    const lock = reportLock(report.facts);
    if (lock) throw new Refusal("locked", { lock });
    const count =
      row.fileId === null
        ? (await tx.evidence.deleteMany({ where: { id, reportId: report.id } })).count
        : await dropStoredFiles(tx, { id: row.fileId, evidence: { reportId: report.id } });
    if (count === 0) return false;
    await writeAudit(tx, {
      ...reportEvent(report, address),
      actorId: actor.id,
      action: "evidenceRemoved",
      before: { evidence: id },
    });
    return true;
  });
}
