import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { stateAfter } from "@/lib/domain/reports/report";
import type { ReturnForm } from "@/lib/schemas/reports/report-forms";
import { queriesShown } from "@/lib/schemas/reports/review-fields";
import { codeOf, inPresentEdition, presentCode } from "@/lib/server/framework/edition";
import { tellOfReturn } from "@/lib/server/mail/tell-of-return";
import { decide, holdToDecide, mustLocateToReview } from "@/lib/server/reports/decide";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Gives a submitted report back to its unit. Queries on indicators are reasons enough; without one, words are needed.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` also for other queries than the person was shown, `locked`,
 * `reasonMissing`
 */
export async function returnReport(
  actor: Actor,
  address: ReportAddress,
  { rowVersion, reason, queries: shown }: ReturnForm,
  now: Date,
): Promise<{ queries: number }> {
  const located = await mustLocateToReview(actor, address);
  return transaction(async (tx) => {
    const report = await holdToDecide(tx, actor, located, rowVersion, now);
    const { submission } = report;
    const asked = await tx.reviewAnswer.findMany({
      where: { reportId: report.id, submission, answer: "query", indicator: inPresentEdition },
      select: { query: true, indicatorId: true, indicator: presentCode },
    });
    // An answer leaves the row version as it is: two review at once, each at their own indicators.
    if (queriesShown(asked.map(({ query, indicator }) => ({ code: codeOf(indicator), query }))) !== shown)
      throw new Refusal("changedMeanwhile");
    const queries = asked.length;
    const state = stateAfter("return", report.facts, reason || (queries > 0 ? `${queries}` : ""));
    const told = asked.map(({ indicatorId, indicator }) => ({ indicatorId, code: codeOf(indicator) }));
    await tellOfReturn(tx, located, report, told);
    await decide(tx, actor, address, report, { decision: "returned", state, reason, noted: { queries } });
    return { queries };
  });
}
