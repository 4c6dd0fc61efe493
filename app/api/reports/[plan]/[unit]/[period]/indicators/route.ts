import type { NextRequest } from "next/server";
import { getMessages } from "next-intl/server";
import { type MendFields, mendWords } from "@/components/report/check/mend-answer";
import { defaultLocale, isLocale } from "@/lib/i18n/routing";
import { sentWords } from "@/lib/i18n/sent-words";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { currentSession } from "@/lib/server/auth/current-actor";
import { keptFor } from "@/lib/server/auth/kept-for";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * All indicators of a report, as the browser keeps them beside its pages: `MendFields`, in the language of `locale`; 401 or
 * 404. `X-Kept-For` says for which session.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRead(request, async (actor) => {
    const asked = request.nextUrl.searchParams.get("locale") ?? "";
    const locale = isLocale(asked) ? asked : defaultLocale;
    const address = reportAddress.safeParse(await params);
    const session = await currentSession();
    if (!address.success || session === null) return null;
    const now = new Date();
    const view = await reportForEntry(actor, address.data, { locale, now });
    if (!view) return null;
    const { indicators, dimensions } = view;
    const words = sentWords(await getMessages({ locale }), mendWords) as MendFields["words"];
    const [key = ""] = keptFor(session).split(" ");
    return Response.json({ indicators, dimensions, now: now.toISOString(), words } satisfies MendFields, {
      headers: { "X-Kept-For": key },
    });
  });
}
