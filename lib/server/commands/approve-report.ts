import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal, type RefusalArgs } from "@/lib/domain/refusal";
import { stateAfter } from "@/lib/domain/reports/report";
import type { ReportState } from "@/lib/domain/reports/report-state";
import type { ApprovalForm } from "@/lib/schemas/reports/report-forms";
import { askIfValidJob } from "@/lib/server/commitments/validity/ask-if-valid-job";
import { db, type Transaction } from "@/lib/server/db/client";
import { codeOf, inPresentEdition, presentCode } from "@/lib/server/framework/edition";
import { indicatorsOfPeriod, type PeriodIndicator } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { wakeJobs } from "@/lib/server/jobs/running";
import { decide, holdToDecide, mustLocateToReview } from "@/lib/server/reports/decide";
import type { HeldReport } from "@/lib/server/reports/hold-report";
import type { LocatedReport } from "@/lib/server/reports/locate-report";
import { isOutsideLimits } from "@/lib/server/reports/read-reports";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { valuesOfReport } from "@/lib/server/reports/report-values";
import { undecidedOf } from "@/lib/server/reports/review-answers";
import { whenApproved } from "@/lib/server/results/compute/reported-values";
import { type Consequences, consequencesOf, publishedBy } from "@/lib/server/results/consequences";
import { prepareApproval } from "@/lib/server/results/prepare";
import { publishChange } from "@/lib/server/results/publish";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * What is published keeps its definition's limits, whenever it was stored. A submitted report's values stand still: if
 * they were changed since, so was its row version, and the approval is refused for that.
 */
async function mustKeepLimits({ period, report }: LocatedReport, indicators: readonly PeriodIndicator[]) {
  if (report?.state !== "submitted") return;
  const client = await db();
  const values = await valuesOfReport(client, { id: report.id, periodId: period.id });
  const broken = indicators.filter(({ versionId, view }) => isOutsideLimits(view.rules, values.get(versionId) ?? {}));
  if (broken.length === 0) return;
  const codes = broken.map(({ view }) => view.code).join(", ");
  throw new Refusal("valuesOutsideLimits", { indicators: broken.length, codes });
}

/** Which indicators are asked about, and by whom: it may be another reviewer, whose query came after the page. */
function queriesOf(
  asked: readonly { indicator: { editions: { code: string }[] }; answeredBy: { id: number; name: string } }[],
  actor: Actor,
): RefusalArgs["queriesUnanswered"] {
  const codes = asked.map(({ indicator }) => codeOf(indicator)).join(", ");
  const isOwn = asked.every(({ answeredBy: { id } }) => id === actor.id);
  const names = [...new Set(asked.map(({ answeredBy: { name } }) => name))].join("; ");
  return { queries: asked.length, codes, by: isOwn ? "you" : names };
}

/** The reopening that the approval will end, with what readers are told of it; null for a report's first approval. */
async function reopeningBefore(reportId: number): Promise<number | null> {
  const last = await (await db()).reviewDecision.findFirst({
    where: { reportId, decision: { in: ["approved", "reopened"] } },
    orderBy: { id: "desc" },
    select: { id: true, decision: true },
  });
  return last?.decision === "reopened" ? last.id : null;
}

/**
 * Approves a submitted report, also with indicators that nobody decided about, as far as the person was shown them. What the public
 * reads changes with it at once, or not at all.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `locked`, `queriesUnanswered`, `undecidedMeanwhile`,
 * `valuesOutsideLimits`, `consequencesChanged`
 */
export async function approveReport(
  actor: Actor,
  address: ReportAddress,
  { rowVersion, consequences: shown, undecided: undecidedShown }: ApprovalForm,
  now: Date,
): Promise<{ resultsVersion: number }> {
  const located = await mustLocateToReview(actor, address);
  const { plan, unit, period } = located;
  const { indicators } = indicatorsOfPeriod(await frameworkOf(plan, "en"), unit.level, period);
  const hold = async (tx: Transaction): Promise<HeldReport & { approved: ReportState }> => {
    const report = await holdToDecide(tx, actor, located, { transition: "approve", rowVersion }, now);
    const { submission } = report;
    const approved = stateAfter("approve", report.facts);
    const asked = await tx.reviewAnswer.findMany({
      where: { reportId: report.id, submission, answer: "query", indicator: inPresentEdition },
      select: { indicator: presentCode, answeredBy: { select: { id: true, name: true } } },
    });
    asked.sort((a, b) => (codeOf(a.indicator) < codeOf(b.indicator) ? -1 : 1));
    if (asked.length > 0) throw new Refusal("queriesUnanswered", queriesOf(asked, actor));
    // An answer leaves the row version as it is, and so does one that is taken back.
    const unseen = (await undecidedOf(tx, report, indicators)).filter((code) => !undecidedShown.includes(code));
    if (unseen.length > 0) throw new Refusal("undecidedMeanwhile", { count: unseen.length, codes: unseen.join(", ") });
    return { ...report, approved };
  };
  // Whoever may not approve it hears so before anything is worked out.
  const report = await transaction(hold);
  await mustKeepLimits(located, indicators);
  const reports = [{ ...report, approvedAt: whenApproved }];
  const change = {
    planId: report.planId,
    cause: "approval",
    subject: reportEvent(report, address).subject,
    reopeningId: await reopeningBefore(report.id),
    reports,
  } as const;
  let agreed: Consequences;
  // Also where it is prepared anew: what becomes public is what the reviewer was shown.
  const prepare = async () => {
    const prepared = await prepareApproval(report, true);
    agreed = await consequencesOf(await db(), report, prepared);
    if (agreed.digest !== shown) throw new Refusal("consequencesChanged");
    return prepared;
  };
  const approved = await publishChange(change, prepare, {
    hold,
    record: async (tx, { approved: state, ...held }, { resultsVersion, lost, gaveUp }) => {
      const noted = {
        ...publishedBy(agreed, resultsVersion),
        ...(lost.length > 0 && { unprotected: lost }),
        ...(gaveUp.length > 0 && { hiddenAsWhole: gaveUp }),
      };
      await decide(tx, actor, address, held, { decision: "approved", state, noted });
      await enqueue(tx, askIfValidJob, { planId: report.planId, version: resultsVersion });
      return { resultsVersion };
    },
  });
  wakeJobs();
  return approved;
}
