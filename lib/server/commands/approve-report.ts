import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal, type RefusalArgs } from "@/lib/domain/refusal";
import { stateAfter } from "@/lib/domain/reports/report";
import type { MoveForm } from "@/lib/schemas/report-forms";
import { writeAudit } from "@/lib/server/audit";
import { db } from "@/lib/server/db/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { changeHeld, holdAsSeen, mustLocate, mustReview } from "@/lib/server/reports/hold-report";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";
import { isOutsideLimits } from "@/lib/server/reports/report-figures";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { valuesOfReport } from "@/lib/server/reports/report-values";
import { publishReport } from "@/lib/server/results/publish-report";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * What is published keeps its definition's limits, whenever it was stored. A submitted report's figures stand still: if
 * they were changed since, so was its row version, and the approval is refused for that.
 */
async function mustKeepLimits({ plan, unit, period, report }: LocatedReport) {
  if (report?.state !== "submitted") return;
  const client = await db();
  const { indicators } = indicatorsOfPeriod(await frameworkOf(plan, "en"), unit.level, period);
  const values = await valuesOfReport(client, { id: report.id, periodId: period.id });
  const broken = indicators.filter(({ versionId, view }) => isOutsideLimits(view.rules, values.get(versionId) ?? {}));
  if (broken.length === 0) return;
  const codes = broken.map(({ view }) => view.code).join(", ");
  throw new Refusal("valuesOutsideLimits", { indicators: broken.length, codes });
}

/** Which indicators are asked about, and by whom: it may be another reviewer, whose query came after the page. */
function queriesOf(
  asked: readonly { indicator: { code: string }; markedBy: { id: number; name: string } }[],
  actor: Actor,
): RefusalArgs["queriesUnanswered"] {
  const codes = asked.map(({ indicator: { code } }) => code).join(", ");
  const isOwn = asked.every(({ markedBy: { id } }) => id === actor.id);
  const names = [...new Set(asked.map(({ markedBy: { name } }) => name))].join("; ");
  return { queries: asked.length, codes, by: isOwn ? "you" : names };
}

/**
 * Approves a submitted report. Its results are worked out and the publication version is raised in the same
 * transaction: what the public reads changes at once, or not at all.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `locked`, `queriesUnanswered`,
 * `valuesOutsideLimits`
 */
export async function approveReport(
  actor: Actor,
  address: ReportAddress,
  { rowVersion }: MoveForm,
  now: Date,
): Promise<{ publicationVersion: number }> {
  const located = await mustLocate(address);
  mustBeAble(actor, "reviewReport", { ...subjectOf(located), submittedById: located.report?.submittedById ?? null });
  await mustKeepLimits(located);
  return transaction(async (tx) => {
    const report = await holdAsSeen(tx, located, rowVersion, now);
    mustReview(actor, located, report);
    const { submission } = report;
    const state = stateAfter("approve", report.facts);
    const asked = await tx.reviewMark.findMany({
      where: { reportId: report.id, submission, mark: "query" },
      orderBy: { indicator: { code: "asc" } },
      select: { indicator: { select: { code: true } }, markedBy: { select: { id: true, name: true } } },
    });
    if (asked.length > 0) throw new Refusal("queriesUnanswered", queriesOf(asked, actor));
    await changeHeld(tx, report, { state, approvedAt: report.moment, approvedById: actor.id });
    await tx.reviewDecision.create({
      data: { reportId: report.id, submission, decision: "approved", decidedAt: report.moment, decidedById: actor.id },
    });
    const { publication: publicationVersion, lost, gaveUp } = await publishReport(tx, report.id);
    await writeAudit(tx, {
      ...reportEvent(report.id, address),
      actorId: actor.id,
      action: "approved",
      before: { state: report.state },
      after: {
        ...{ state, submission, publicationVersion },
        ...(lost.length > 0 && { unprotected: lost }),
        ...(gaveUp.length > 0 && { hiddenAsWhole: gaveUp }),
      },
    });
    return { publicationVersion };
  });
}
