import type { NextRequest } from "next/server";
import { acceptCleanForm } from "@/lib/schemas/reports/report-forms";
import { acceptClean } from "@/lib/server/commands/review/accept-clean";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import type { ReportAddress } from "@/lib/views/report-view";

/** The codes of every indicator of a large report. */
const BODY_LIMIT = 64 * 1024;

/** Accepts everything clean in one act: `AcceptCleanForm` in, what was accepted out; a refusal as in `values`. */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(request, async (actor, now) => {
    const done = await acceptClean(actor, await params, await readJson(request, acceptCleanForm, BODY_LIMIT), now);
    // As of one answer: a page that was read before doesn't show it.
    return { ...done, storedAt: new Date().toISOString() };
  });
}
