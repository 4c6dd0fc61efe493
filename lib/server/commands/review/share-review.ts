import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ShareReviewForm } from "@/lib/schemas/reports/report-forms";
import { sharesShown } from "@/lib/schemas/reports/review-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { holdUnderReview, mustLocateToReview } from "@/lib/server/reports/decide";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { type StoredShare, sharesOfReviewers, storedShares } from "@/lib/server/reports/submissions";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Says which goals of a report under review the reviewer looks at: those and no others of it are theirs from now on, also
 * where somebody else had one of them. It is told to the others, and keeps nobody from anything.
 * @throws Refusal `notFound` also for a goal that the plan doesn't have, `notAllowed`, `locked`, `sharesChanged` where
 * goals were taken since the reviewer saw whose they are
 */
export async function shareReview(
  actor: Actor,
  address: ReportAddress,
  { goals, seen }: ShareReviewForm,
  now: Date,
): Promise<void> {
  const located = await mustLocateToReview(actor, address);
  const rows = await (await db()).editionNode.findMany({
    where: { edition: { planId: located.plan.id, ...presentEdition }, node: { kind: "goal" } },
    select: { nodeId: true, code: true },
  });
  const idOf = new Map(rows.map(({ nodeId, code }) => [code, nodeId]));
  const codeOf = new Map(rows.map(({ nodeId, code }) => [nodeId, code]));
  const wanted = goals.map((code) => {
    const id = idOf.get(code);
    if (id === undefined) throw new Refusal("notFound");
    return id;
  });
  await transaction(async (tx) => {
    const report = await holdUnderReview(tx, actor, located, null, now);
    const at = { reportId: report.id };
    const [{ stored }] = await tx.$queryRaw<[{ stored: StoredShare[] }]>`SELECT ${storedShares(report.id)} AS stored`;
    const subject = { ...subjectOf(located), submittedById: report.submittedById };
    const standing = sharesOfReviewers(stored, subject);
    const told = standing.flatMap(({ goalId, reviewer }) => {
      const goal = codeOf.get(goalId);
      return goal === undefined ? [] : [{ goal, reviewer }];
    });
    if (sharesShown(told) !== seen) throw new Refusal("sharesChanged");
    const own = standing.flatMap(({ goalId, reviewer }) => (reviewer === actor.id ? [goalId] : []));
    const left = own.filter((id) => !wanted.includes(id));
    const taken = wanted.filter((id) => !own.includes(id));
    if (left.length + taken.length === 0) return;
    await tx.reviewShare.deleteMany({ where: { ...at, goalId: { in: [...left, ...taken] } } });
    await tx.reviewShare.createMany({
      data: taken.map((goalId) => ({ ...at, goalId, reviewerId: actor.id, takenAt: report.moment })),
    });
    await writeAudit(tx, {
      ...reportEvent(report, address),
      actorId: actor.id,
      action: "reviewShared",
      before: { shares: told },
      after: { reviewer: actor.id, goals },
    });
  });
}
