import type { NextRequest } from "next/server";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { valueHistory } from "@/lib/server/queries/value-history";
import type { ReportAddress } from "@/lib/views/report-view";

/** What was entered for an indicator of a report, by whom and when: `ValueHistoryView`; 401, or 404 for whoever may not see it. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<ReportAddress & { indicator: string }> },
) {
  return signedInRead(request, async (actor) => {
    const { indicator, ...segments } = await params;
    const address = reportAddress.safeParse(segments);
    const history = address.success ? await valueHistory(actor, address.data, indicator) : null;
    return history && Response.json(history);
  });
}
