import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * What a stranger sends is answered as if there were no report, before anything is said about what they sent.
 * @throws Refusal `notFound`
 */
export async function mustSeeReport(actor: Actor, address: ReportAddress): Promise<void> {
  mustBeAble(actor, "viewReport", subjectOf(await mustLocate(address)));
}
