import { headers } from "next/headers";
import type { ReactNode } from "react";
import { DocumentList } from "@/components/evidence/document-list";
import type { Actor } from "@/lib/domain/permissions";
import type { Locale } from "@/lib/i18n/routing";
import { fromCheck } from "@/lib/schemas/reports/entry-forms";
import { documentsOfSite } from "@/lib/server/queries/evidence/documents-of-site";
import type { EvidenceView, ReportAddress } from "@/lib/views/report-view";
import type { SiteDocument } from "@/lib/views/site/site-document";

/**
 * Documents of this site for the form of a link where there is no script: nothing is read before somebody asks by `?documents=`,
 * which names the one that they chose. One that is linked there already isn't filled in again.
 */
export async function askedDocuments(
  actor: Actor,
  { address, indicator, locale }: { address: ReportAddress; indicator: string | null; locale: Locale },
  query: Record<string, string | string[] | undefined>,
  evidence: readonly EvidenceView[],
): Promise<{ href: string; list?: ReactNode; chosen: SiteDocument | null }> {
  const from = fromCheck.safeParse(query.from).data ?? null;
  const href = `?${new URLSearchParams({ ...(from && { from }), documents: "" })}#evidence`;
  const asked = query.documents;
  const documents =
    typeof asked === "string"
      ? await documentsOfSite(actor, address, indicator, { locale, headers: await headers() })
      : null;
  if (!documents) return { href, chosen: null };
  const chosen = documents.find(({ key }) => key === asked) ?? null;
  const isThere = evidence.some(({ url }) => url === chosen?.url);
  return {
    href,
    chosen: isThere ? null : chosen,
    list: <DocumentList {...{ documents, chosen, from }} />,
  };
}
