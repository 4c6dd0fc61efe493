import type { NextRequest } from "next/server";
import { reviewAnswerForm, reviewNewsAsked } from "@/lib/schemas/reports/report-forms";
import { recordReviewAnswer } from "@/lib/server/commands/record-review-answer";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import { newsOfReview } from "@/lib/server/queries/news-of-review";
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

/** How the answers stand by now: `ReviewNews`; 401, or 404 for whoever may not know of them. */
export async function GET(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRead(request, async (actor) => {
    const asked = reviewNewsAsked.safeParse(Object.fromEntries(request.nextUrl.searchParams));
    if (!asked.success) return null;
    const news = await newsOfReview(actor, await params, asked.data, new Date());
    return news && Response.json(news);
  });
}
