import type { NextRequest } from "next/server";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { peopleToTellOf } from "@/lib/server/queries/people-to-tell";
import type { ReportAddress } from "@/lib/views/report-view";

/** Whom the reader may tell of a comment on an indicator: `PersonToTell[]`; 401, or 404 for whoever may not comment on it. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<ReportAddress & { indicator: string }> },
) {
  return signedInRead(request, async (actor) => {
    const { indicator, ...segments } = await params;
    const address = reportAddress.safeParse(segments);
    const people = address.success ? await peopleToTellOf(actor, address.data, indicator) : null;
    return people && Response.json(people);
  });
}
