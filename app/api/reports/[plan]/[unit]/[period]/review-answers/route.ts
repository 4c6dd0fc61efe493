import type { NextRequest } from "next/server";
import { reviewAnswerForm } from "@/lib/schemas/reports/report-forms";
import { recordReviewAnswer } from "@/lib/server/commands/record-review-answer";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import type { ReportAddress } from "@/lib/views/report-view";

/** A query of the greatest length in a script of three bytes a character, escaped. */
const BODY_LIMIT = 64 * 1024;

/** Saves one answer of a review as it is made: `ReviewAnswerForm` in, `{ storedAt }` out once it is stored; a refusal as in `values`. */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(request, async (actor, now) => {
    await recordReviewAnswer(actor, await params, await readJson(request, reviewAnswerForm, BODY_LIMIT), now);
    // Not when the request came: a page that was read between the two doesn't show the answer.
    return { storedAt: new Date().toISOString() };
  });
}
