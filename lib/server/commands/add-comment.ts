import "server-only";
import { type Actor, mustBeAble, type ReportSubject } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { CommentForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { type HeldReport, holdForEditing, mustFindIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { peopleToTell } from "@/lib/server/reports/people-to-tell";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/** Sequence of the held report's last value; nothing is written before the report is let go. */
async function lastValue(tx: Transaction, { id: reportId, periodId }: HeldReport): Promise<bigint> {
  const { _max } = await tx.valueRevision.aggregate({ where: { periodId, reportId }, _max: { sequence: true } });
  return _max.sequence ?? 0n;
}

interface Told {
  comment: { id: number; reportId: number };
  tell: readonly number[];
  now: Date;
}

/** @throws Refusal `changedMeanwhile` where somebody of them can't read it, or not any more */
async function tellPeople(
  tx: Transaction,
  actor: Actor,
  subject: ReportSubject & { indicatorId: number },
  args: ReportAddress & { indicator: string },
  { comment: { id: commentId, reportId }, tell, now }: Told,
): Promise<void> {
  if (tell.length === 0) return;
  const people = new Set((await peopleToTell(tx, actor, subject)).map(({ id }) => id));
  // Always in this order: each mail stays locked until the transaction ends.
  const told = [...new Set(tell)].sort((one, other) => one - other);
  if (told.some((id) => !people.has(id))) throw new Refusal("changedMeanwhile");
  const mention = {
    kind: "comment",
    byId: actor.id,
    toldAt: now,
    reportId,
    indicatorId: subject.indicatorId,
    commentId,
  } as const;
  await tx.mention.createMany({ data: told.map((personId) => ({ ...mention, personId })) });
  for (const userId of told)
    await queueMail(tx, { to: { userId }, kind: "mention", args, once: `mention:${commentId}:${userId}` }, now);
}

type Optional = "tell" | "lastComment";
type Comment = Omit<CommentForm, Optional> & Partial<Pick<CommentForm, Optional>>;

/**
 * Adds words to an indicator of a report: why parts differ, why a value jumped. Whom it names is told; whoever was told
 * something there before, and was shown it, has answered by it.
 * @throws Refusal `notFound`, `notAllowed`, `locked`; `changedMeanwhile` where somebody who is told can't read it
 */
export async function addComment(
  actor: Actor,
  address: ReportAddress,
  { indicator, body, tell = [], lastComment = 0 }: Comment,
  now: Date,
): Promise<{ id: number }> {
  const located = await mustLocate(address);
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  const subject = { ...subjectOf(located), indicatorId };
  mustBeAble(actor, "addComment", subject);
  return transaction(async (tx) => {
    const report = await holdForEditing(tx, actor, address, located, now);
    await holdAssigned(tx, actor, "addComment", subjectOf(located), [indicatorId]);
    const valuesUpTo = await lastValue(tx, report);
    const comment = await tx.valueComment.create({
      data: {
        reportId: report.id,
        indicatorId,
        body,
        createdAt: report.moment,
        valuesUpTo,
        authorId: actor.id,
      },
      select: { id: true, reportId: true },
    });
    await tellPeople(tx, actor, subject, { ...address, indicator: code }, { comment, tell, now: report.moment });
    const answered = await tx.mention.updateMany({
      where: {
        reportId: report.id,
        indicatorId,
        commentId: { lte: lastComment },
        personId: actor.id,
        seenAt: null,
      },
      data: { seenAt: report.moment },
    });
    await writeAudit(tx, {
      ...reportEvent(report, address, code),
      actorId: actor.id,
      action: "commentAdded",
      after: { comment: comment.id, told: tell.length, answered: answered.count },
    });
    return { id: comment.id };
  });
}
