import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { moveLock } from "@/lib/domain/reports/report";
import type { MarkForm } from "@/lib/schemas/reports/report-forms";
import { seenMark } from "@/lib/schemas/reports/review-forms";
import { writeAudit } from "@/lib/server/audit";
import { db } from "@/lib/server/db/client";
import { mustLocateToReview, mustReview } from "@/lib/server/reports/decide";
import { holdReport, mustFindIndicator } from "@/lib/server/reports/hold-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Marks an indicator of the submission under review as accepted or with a query, or takes the mark back. The unit sees
 * the marks when the report is decided about. Another reviewer's mark gives way only to somebody who saw it; the same mark once more
 * changes nothing, whoever made it.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` for another submission than the one under review, `locked`,
 * `markedMeanwhile`
 */
export async function markIndicator(
  actor: Actor,
  address: ReportAddress,
  { indicator, submission, mark, query: asked, seen = "" }: MarkForm,
  now: Date,
): Promise<void> {
  const located = await mustLocateToReview(actor, address);
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  await transaction(async (tx) => {
    const report = await holdReport(tx, located, now);
    mustReview(actor, located, report);
    if (report.submission !== submission) throw new Refusal("changedMeanwhile");
    const lock = moveLock("approve", report.facts);
    if (lock) throw new Refusal("locked", { lock });
    const key = { reportId: report.id, submission, indicatorId };
    const where = { reportId_submission_indicatorId: key };
    const standing = await tx.reviewMark.findUnique({
      where,
      select: { mark: true, query: true, markedAt: true, markedById: true, markedBy: { select: { name: true } } },
    });
    const before = standing && { mark: standing.mark, query: standing.query };
    const query = mark === "query" ? asked : "";
    if ((before?.mark ?? "none") === mark && (before?.query ?? "") === query) return;
    if (standing && standing.markedById !== actor.id && seenMark(standing) !== seen) {
      const { markedBy, markedAt } = standing;
      throw new Refusal("markedMeanwhile", { ...before!, by: markedBy.name, at: markedAt.toISOString() });
    }
    if (mark === "none") await tx.reviewMark.delete({ where });
    else {
      const given = { mark, query, markedAt: report.moment, markedById: actor.id };
      await tx.reviewMark.upsert({ where, create: { ...key, ...given }, update: given });
    }
    await writeAudit(tx, {
      ...reportEvent(report.id, address, code),
      actorId: actor.id,
      action: "marked",
      before: before ?? undefined,
      after: { submission, mark, query },
    });
  });
}
