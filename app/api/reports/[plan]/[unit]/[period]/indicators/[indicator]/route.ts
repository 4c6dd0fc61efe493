import type { NextRequest } from "next/server";
import { getMessages } from "next-intl/server";
import { type MendAnswer, mendWords } from "@/components/report/check/mend-answer";
import { defaultLocale, isLocale } from "@/lib/i18n/routing";
import { sentWords } from "@/lib/i18n/sent-words";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { indicatorForEntry } from "@/lib/server/queries/indicator-for-entry";
import type { ReportAddress } from "@/lib/views/report-view";

/** An indicator of a report with its cells and what may be done to it: `MendAnswer`, in the language of `locale`; 401 or 404. */
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
    const now = new Date();
    const view = await indicatorForEntry(actor, address.data, code, { locale, now });
    if (!view) return null;
    const { indicator, settled, dimensions } = view;
    const words = sentWords(await getMessages({ locale }), mendWords) as MendAnswer["words"];
    return Response.json({ indicator, settled, dimensions, now: now.toISOString(), words } satisfies MendAnswer);
  });
}
