import type { NextRequest } from "next/server";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { approvalProgress } from "@/lib/server/queries/consequences-of-approval";
import type { ApprovalAnswer } from "@/lib/views/consequences-view";
import type { ReportAddress } from "@/lib/views/report-view";

/** How far the consequences of approving a report are worked out: `ApprovalAnswer`, which its review asks for every second. */
export async function GET(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRead(request, async (actor) => {
    const address = reportAddress.safeParse(await params);
    const found = address.success && (await approvalProgress(actor, address.data));
    return found ? Response.json(found satisfies ApprovalAnswer) : null;
  });
}
