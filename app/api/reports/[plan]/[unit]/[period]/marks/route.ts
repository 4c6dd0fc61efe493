import type { NextRequest } from "next/server";
import { markForm } from "@/lib/schemas/reports/report-forms";
import { markIndicator } from "@/lib/server/commands/mark-indicator";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import type { ReportAddress } from "@/lib/views/report-view";

/** A query of the greatest length in a script of three bytes a character, escaped. */
const BODY_LIMIT = 64 * 1024;

/** Saves one mark of a review as it is made: `MarkForm` in, `{ storedAt }` out once it is stored; a refusal as in `values`. */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(request, async (actor, now) => {
    await markIndicator(actor, await params, await readJson(request, markForm, BODY_LIMIT), now);
    // Not when the request came: a page that was read between the two doesn't show the mark.
    return { storedAt: new Date().toISOString() };
  });
}
