import type { NextRequest } from "next/server";
import { maximumBytes } from "@/lib/exchange/import/decode-text";
import { sentAsOne } from "@/lib/exchange/import/file-bundle";
import { importPath, planPath, reportPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { keepFileToImport } from "@/lib/server/commands/keep-file-to-import";
import { readFiles } from "@/lib/server/http/read-file";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import { mustSeeReport } from "@/lib/server/queries/must-see-report";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Keeps a file, or several as one, and leads to the page that previews it (303). Every refusal leads there too, for the page says it in words:
 * that one must sign in, that the page was another person's, that nothing can be imported now, that there is no such report.
 */
export async function keepAndLead(request: NextRequest, address: ReportAddress, locale: Locale): Promise<Response> {
  let query: Record<string, string> = {};
  const { status } = await signedInRoute(request, async (actor, now) => {
    await mustSeeReport(actor, address);
    const { files } = await readFiles(request, maximumBytes);
    const { fileName: name, bytes } = sentAsOne(files);
    query = { file: await keepFileToImport(actor, address, bytes, now), name };
    return query;
  });
  if (status === 413) query = { refused: "tooLarge" };
  if (status === 409) query = { refused: "otherPerson" };
  if (status === 422) query = { refused: "fileMissing" };
  const plan = planPath(locale, encodeURIComponent(address.plan));
  const [unit, period] = [encodeURIComponent(address.unit), encodeURIComponent(address.period)];
  const location = `${importPath(reportPath(plan, { unit, period }))}?${new URLSearchParams(query)}`;
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "private, no-store" } });
}
