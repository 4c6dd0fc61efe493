import type { NextRequest } from "next/server";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { peopleToAskOf } from "@/lib/server/queries/people-to-tell";
import type { ReportAddress } from "@/lib/views/report-view";

/** Whom the reader may tell of queries on a report: `PersonWithNamed[]`; 401, or 404 for whoever doesn't review it. */
export async function GET(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRead(request, async (actor) => {
    const address = reportAddress.safeParse(await params);
    const people = address.success ? await peopleToAskOf(actor, address.data) : null;
    return people && Response.json(people);
  });
}
