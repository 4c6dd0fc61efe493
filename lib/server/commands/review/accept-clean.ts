import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { defaultLocale } from "@/lib/i18n/routing";
import type { AcceptCleanForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { openReview } from "@/lib/server/queries/report-for-review";
import { holdUnderReview, mustLocateToReview } from "@/lib/server/reports/decide";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { IsoMoment, ReportAddress } from "@/lib/views/report-view";

/** What was accepted in one act. */
export interface AcceptedClean {
  acceptance: number;
  at: IsoMoment;
  /** Codes of the indicators. */
  accepted: string[];
}

/**
 * Accepts in one act what of the submission under review is clean (`lookCause`) and has no answer yet, as far as the
 * reviewer was shown it. What somebody answered meanwhile stays as they did.
 * @throws Refusal `notFound`, `notAllowed`, `locked`, `changedMeanwhile` for another submission than the one under review,
 * and where nothing is left to be accepted
 */
export async function acceptClean(
  actor: Actor,
  address: ReportAddress,
  { submission, indicators: shown }: AcceptCleanForm,
  now: Date,
): Promise<AcceptedClean> {
  const located = await mustLocateToReview(actor, address);
  const review = await openReview(actor, address, { locale: defaultLocale, now });
  if (review === null) throw new Refusal("notFound");
  const { report: seen, indicators } = review.view;
  const clean = indicators
    .filter(({ code, toLookAt, answer }) => toLookAt === null && answer === null && shown.includes(code))
    .map(({ code }) => code);
  const rows = await (await db()).editionIndicator.findMany({
    where: { edition: { planId: located.plan.id, ...presentEdition }, code: { in: clean } },
    select: { indicatorId: true, code: true },
  });
  const codes = new Map(rows.map(({ indicatorId, code }) => [indicatorId, code]));
  return transaction(async (tx) => {
    const report = await holdUnderReview(tx, actor, located, submission, now);
    // What was judged stands as long as the report wasn't given back: nobody changes a submitted one.
    if (report.rowVersion !== seen.rowVersion) throw new Refusal("changedMeanwhile");
    const at = { reportId: report.id, submission };
    const { id: acceptanceId } = await tx.reviewAcceptance.create({
      data: { ...at, acceptedAt: report.moment, acceptedById: actor.id },
      select: { id: true },
    });
    const given = { answer: "accept", answeredAt: report.moment, answeredById: actor.id, acceptanceId } as const;
    // What was taken back is undecided, and stands in nobody's way.
    await tx.reviewAnswer.deleteMany({ where: { ...at, answer: null, indicatorId: { in: [...codes.keys()] } } });
    const stored = await tx.reviewAnswer.createManyAndReturn({
      data: [...codes.keys()].map((indicatorId) => ({ ...at, indicatorId, ...given })),
      skipDuplicates: true,
      select: { indicatorId: true },
    });
    if (stored.length === 0) throw new Refusal("changedMeanwhile");
    const accepted = stored.map(({ indicatorId }) => codes.get(indicatorId)!);
    await writeAudit(tx, {
      ...reportEvent(report, address),
      actorId: actor.id,
      action: "cleanAccepted",
      after: { submission, acceptance: acceptanceId, indicators: accepted },
    });
    return { acceptance: acceptanceId, at: report.moment.toISOString(), accepted };
  });
}
