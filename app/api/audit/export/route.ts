import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { auditPath } from "@/lib/i18n/paths";
import { defaultLocale, isLocale, type Locale, spokenLocale } from "@/lib/i18n/routing";
import { type AuditFilter, auditFilterAsked, queryOfAudit } from "@/lib/schemas/addresses/audit-filter";
import { exportAudit } from "@/lib/server/commands/audit/export-audit";
import { BodyTooLarge, readBody } from "@/lib/server/http/read-body";
import { signedInFile } from "@/lib/server/http/signed-in-route";

/** Of a form with a filter. */
const BODY_LIMIT = 16 * 1024;

/**
 * What a filter of the audit shows as CSV. It is sent by a form, for it leaves an event behind. Every refusal leads to the
 * page of that filter (303), which says it in words: that one must sign in, whom its words may mean, that it isn't theirs.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const form = await sentForm(request);
  const asked = form?.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : defaultLocale;
  const filter = auditFilterAsked(Object.fromEntries(form ?? []));
  const file = form && (await fileOf(request, filter, locale));
  if (file?.ok) return file;
  const location = `${auditPath(locale)}?${queryOfAudit(filter)}`;
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "private, no-store" } });
}

/** What was sent; null where it is no form of this site's. */
async function sentForm(request: NextRequest): Promise<URLSearchParams | null> {
  try {
    return new URLSearchParams(new TextDecoder().decode(await readBody(request, BODY_LIMIT)));
  } catch (error) {
    if (error instanceof BodyTooLarge) return null;
    throw error;
  }
}

function fileOf(request: NextRequest, filter: AuditFilter, locale: Locale): Promise<Response> {
  return signedInFile(request, async (actor) => {
    const t = await getTranslations({ locale: spokenLocale(locale), namespace: "audit" });
    const pieces = await exportAudit(actor, filter, { locale, t });
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
