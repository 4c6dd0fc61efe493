import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { defaultLocale, isLocale, spokenLocale } from "@/lib/i18n/routing";
import { auditFilterAsked } from "@/lib/schemas/addresses/audit-filter";
import { exportAudit } from "@/lib/server/commands/audit/export-audit";
import { readBody } from "@/lib/server/http/read-body";
import { signedInFile } from "@/lib/server/http/signed-in-route";

/** Of a form with a filter. */
const BODY_LIMIT = 16 * 1024;

/** What a filter of the audit shows as CSV. It is sent by a form, for it leaves an event behind. */
export async function POST(request: NextRequest) {
  return signedInFile(request, async (actor) => {
    const form = new URLSearchParams(new TextDecoder().decode(await readBody(request, BODY_LIMIT)));
    const asked = form.get("locale") ?? "";
    const locale = isLocale(asked) ? asked : defaultLocale;
    const t = await getTranslations({ locale: spokenLocale(locale), namespace: "audit" });
    const pieces = await exportAudit(actor, auditFilterAsked(Object.fromEntries(form)), { locale, t });
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    });
    return new Response(body, {
      headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="audit.csv"' },
    });
  });
}
