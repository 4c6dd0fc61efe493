import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { approveReport } from "@/lib/server/commands/approve-report";
import { consequencesOfApproval } from "@/lib/server/queries/consequences-of-approval";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import type { ReportAddress } from "@/lib/views/report-view";

/** Whoever approves in a test looks again that often: a digest that never fits must end it. */
const LOOKS = 5;

/** Codes of the indicators that the review shows to be undecided. */
export async function undecidedShown(actor: Actor, address: ReportAddress, now: Date): Promise<string[]> {
  const view = await reportForReview(actor, address, { locale: "en", now });
  return (view?.indicators ?? []).flatMap(({ code, answer }) => (answer === null ? [code] : []));
}

/** Approves a report as somebody who reads what that would change, and reads it again where it changed meanwhile. */
export async function approveAsShown(
  actor: Actor,
  address: ReportAddress,
  { rowVersion }: { rowVersion: number },
  now: Date,
): Promise<{ resultsVersion: number }> {
  for (let look = 1; ; look++) {
    const shown = await consequencesOfApproval(actor, address, { locale: "en", now });
    const undecided = await undecidedShown(actor, address, now);
    try {
      return await approveReport(actor, address, { rowVersion, consequences: shown?.digest ?? "", undecided }, now);
    } catch (error) {
      if (look === LOOKS || !(error instanceof Refusal) || error.code !== "consequencesChanged") throw error;
    }
  }
}
