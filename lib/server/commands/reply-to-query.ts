import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ReplyForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { holdForEditing, mustFindIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Answers the query that the report came back with, or answers it anew, as long as the report isn't sent off again.
 * Another reply, also one's own of another window, gives way only to somebody who saw it; the same once more changes nothing.
 * @throws Refusal `notFound`, also where the indicator came back without a query; `notAllowed`, `locked`, `repliedMeanwhile`
 */
export async function replyToQuery(
  actor: Actor,
  address: ReportAddress,
  { indicator, reply, seen }: ReplyForm,
  now: Date,
): Promise<void> {
  const located = await mustLocate(address);
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  mustBeAble(actor, "enterValue", { ...subjectOf(located), indicatorId });
  if (!located.report) throw new Refusal("notFound");
  await transaction(async (tx) => {
    const report = await holdForEditing(tx, actor, address, located, now);
    await holdAssigned(tx, actor, "enterValue", subjectOf(located), [indicatorId]);
    // Not the report's last submission: that one may have been withdrawn.
    const decision = await tx.reviewDecision.findFirst({
      where: { reportId: report.id },
      orderBy: { id: "desc" },
      select: { submission: true },
    });
    const submission = decision?.submission ?? 0;
    const where = { reportId: report.id, submission, indicatorId, answer: "query" } as const;
    // The report is held, so nobody answers meanwhile.
    const before = await tx.reviewAnswer.findFirst({
      where,
      select: { reply: true, repliedAt: true, repliedBy: { select: { id: true, name: true } }, answeredById: true },
    });
    if (!before) throw new Refusal("notFound");
    if (before.reply === reply) return;
    const { repliedAt, repliedBy } = before;
    if (repliedAt && repliedBy && repliedAt.toISOString() !== seen) {
      const by = repliedBy.id === actor.id ? "you" : repliedBy.name;
      throw new Refusal("repliedMeanwhile", { by, at: repliedAt.toISOString(), reply: before.reply });
    }
    const { count } = await tx.reviewAnswer.updateMany({
      where: { ...where, repliedAt },
      data: { reply, repliedAt: report.moment, repliedById: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const { answeredById: userId } = before;
    await queueMail(
      tx,
      {
        to: { userId },
        kind: "reply",
        args: { ...address, indicator: code },
        once: `reply:${report.id}:${submission}:${indicatorId}:${userId}`,
      },
      report.moment,
    );
    await writeAudit(tx, {
      ...reportEvent(report, address, code),
      actorId: actor.id,
      action: "queryAnswered",
      // The row keeps its present words alone.
      before: before.reply === "" ? undefined : { reply: before.reply },
      after: { submission },
    });
  });
}
