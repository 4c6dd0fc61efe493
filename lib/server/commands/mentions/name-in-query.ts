import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { NameInQueryForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { namesSeen } from "@/lib/server/people/names-seen";
import { holdUnderReview, mustLocateToReview } from "@/lib/server/reports/decide";
import { type HeldReport, mustFindIndicator } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { peopleToAsk } from "@/lib/server/reports/people-to-tell";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Names somebody in a query of the submission under review, or no longer. Whoever reviews the report as well is told at once;
 * somebody of the unit when the report comes back with the query, and not before. What is so already changes nothing.
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `cannotBeTold`; `changedMeanwhile` for another submission than the one
 * under review, and where no query stands on the indicator
 */
export async function nameInQuery(
  actor: Actor,
  address: ReportAddress,
  { indicator, submission, person, isNamed }: NameInQueryForm,
  now: Date,
): Promise<void> {
  const located = await mustLocateToReview(actor, address);
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  await transaction(async (tx) => {
    const report = await holdUnderReview(tx, actor, located, submission, now);
    const query = { reportId: report.id, submission, indicatorId };
    const asked = await tx.reviewAnswer.findFirst({
      where: { ...query, answer: "query" },
      select: { answeredById: true },
    });
    if (!asked) throw new Refusal("changedMeanwhile");
    const subject = { ...subjectOf(located), submittedById: report.submittedById };
    const about = { id: indicatorId, code, askedBy: asked.answeredById };
    const people = isNamed ? await peopleToAsk(tx, actor, subject, [about]) : [];
    const found = people.find(({ id }) => id === person);
    if (isNamed && !found)
      throw new Refusal("cannotBeTold", { people: (await namesSeen(tx, actor, [person])) ?? "none" });
    const { count } = found
      ? await tx.mention.createMany({
          data: {
            ...query,
            personId: person,
            byId: actor.id,
            ...(found.reviews ? { kind: "review", toldAt: report.moment } : { kind: "query", toldAt: null }),
          },
          skipDuplicates: true,
        })
      : await tx.mention.deleteMany({ where: { ...query, personId: person } });
    if (count === 0) return;
    if (found?.reviews) await tellAtOnce(tx, { ...address, indicator: code }, report, person);
    await writeAudit(tx, {
      ...reportEvent(report, address, code),
      actorId: actor.id,
      action: "namedInQuery",
      after: { submission, person, isNamed },
    });
  });
}

/** By mail once, however often somebody is named in one query. */
async function tellAtOnce(
  tx: Transaction,
  args: ReportAddress & { indicator: string },
  { id, submission, moment }: HeldReport,
  userId: number,
): Promise<void> {
  const once = `mention:review:${id}:${submission}:${args.indicator}:${userId}`;
  await queueMail(tx, { to: { userId }, kind: "mention", args: { ...args, inReview: true }, once }, moment);
}
