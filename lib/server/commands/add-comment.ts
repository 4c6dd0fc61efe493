import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import type { CommentForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { type HeldReport, holdForEditing, mustFindIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/** Sequence of the held report's last value; nothing is written before the report is let go. */
async function lastValue(tx: Transaction, { id: reportId, periodId }: HeldReport): Promise<bigint> {
  const { _max } = await tx.valueRevision.aggregate({ where: { periodId, reportId }, _max: { sequence: true } });
  return _max.sequence ?? 0n;
}

/**
 * Adds words to an indicator of a report: why parts differ, why a value jumped.
 * @throws Refusal `notFound`, `notAllowed`, `locked`
 */
export async function addComment(
  actor: Actor,
  address: ReportAddress,
  { indicator, body, isPublic }: CommentForm,
  now: Date,
): Promise<{ id: number }> {
  const located = await mustLocate(address);
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  mustBeAble(actor, "addComment", { ...subjectOf(located), indicatorId });
  return transaction(async (tx) => {
    const report = await holdForEditing(tx, actor, address, located, now);
    await holdAssigned(tx, actor, "addComment", subjectOf(located), [indicatorId]);
    const valuesUpTo = await lastValue(tx, report);
    const comment = await tx.valueComment.create({
      data: {
        reportId: report.id,
        indicatorId,
        body,
        isPublic,
        createdAt: report.moment,
        valuesUpTo,
        authorId: actor.id,
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      ...reportEvent(report, address, code),
      actorId: actor.id,
      action: "commentAdded",
      after: { comment: comment.id },
    });
    return comment;
  });
}
