import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { approveReport } from "@/lib/server/commands/approve-report";
import { consequencesOfApproval } from "@/lib/server/queries/consequences-of-approval";
import type { ReportAddress } from "@/lib/views/report-view";

/** Whoever approves in a test looks again that often: a digest that never fits must end it. */
const LOOKS = 5;

/** Approves a report as somebody who reads what that would change, and reads it again where it changed meanwhile. */
export async function approveAsShown(
  actor: Actor,
  address: ReportAddress,
  { rowVersion }: { rowVersion: number },
  now: Date,
): Promise<{ resultsVersion: number }> {
  for (let look = 1; ; look++) {
    const shown = await consequencesOfApproval(actor, address, { locale: "en", now });
    try {
      return await approveReport(actor, address, { rowVersion, consequences: shown?.digest ?? "" }, now);
    } catch (error) {
      if (look === LOOKS || !(error instanceof Refusal) || error.code !== "consequencesChanged") throw error;
    }
  }
}
