import type { NextRequest } from "next/server";
import { hiddenOf, moreInWords } from "@/components/review/indicators/more-of";
import { defaultLocale, isLocale } from "@/lib/i18n/routing";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import type { ReviewMore } from "@/lib/schemas/reports/review-more";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { reviewPage } from "@/lib/server/queries/review-page";
import type { ReportAddress } from "@/lib/views/report-view";

/** What of an indicator under review is one click away: `ReviewMore`, in the language of `locale`. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<ReportAddress & { indicator: string }> },
) {
  return signedInRead(request, async (actor) => {
    const { indicator: code, ...segments } = await params;
    const asked = request.nextUrl.searchParams.get("locale") ?? "";
    const locale = isLocale(asked) ? asked : defaultLocale;
    const address = reportAddress.safeParse(segments);
    if (!address.success) return null;
    const shown = { narrative: false, opened: code, consequences: "whole" as const };
    const page = await reviewPage(actor, address.data, { locale, now: new Date() }, shown);
    const indicator = page?.view.indicators.find((indicator) => indicator.code === code);
    if (!page || !indicator) return null;
    const { view, consequences, history } = page;
    const moreOf = await moreInWords(locale);
    const more = moreOf(indicator, view.dimensions, hiddenOf(consequences, code), history[code] ?? []);
    return Response.json(more satisfies ReviewMore);
  });
}
