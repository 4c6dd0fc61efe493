import type { NextRequest } from "next/server";
import { defaultLocale, isLocale } from "@/lib/i18n/routing";
import { sentEvidenceFile } from "@/lib/schemas/reports/evidence-forms";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { documentsOfSite } from "@/lib/server/queries/evidence/documents-of-site";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Documents of this site that can be linked as evidence of an indicator (`?indicator=`), or of the report: `SiteDocument[]`, in the
 * language of `locale`; 401, or 404 for whoever may not add any there.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRead(request, async (actor) => {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const [address, asked] = [reportAddress.safeParse(await params), sentEvidenceFile.safeParse(query)];
    if (!address.success || !asked.success) return null;
    const { locale = "" } = query;
    const documents = await documentsOfSite(actor, address.data, asked.data.indicator, {
      locale: isLocale(locale) ? locale : defaultLocale,
      headers: request.headers,
    });
    return documents && Response.json(documents);
  });
}
