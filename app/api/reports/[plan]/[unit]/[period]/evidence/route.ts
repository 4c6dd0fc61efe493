import type { NextRequest } from "next/server";
import { sourceFileLimits, titleOfFile } from "@/lib/domain/source-file";
import { checkPath, entryPath, planPath, reportPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { evidenceFileForm, sentEvidenceFile } from "@/lib/schemas/reports/evidence-forms";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { addEvidenceFile, mustAddEvidenceFile } from "@/lib/server/commands/evidence/add-evidence-file";
import { readFileForm } from "@/lib/server/http/read-file";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Adds a file that backs an indicator's values (`?indicator=`), or the report: a form with the file in `file` and its `title`,
 * which is the file's name where nobody wrote one. `{ id }` out; a refusal as in `values`, 413 for a file that is too large.
 * With `?page=<locale>`, as a form sends it without a script, the answer leads to the page of what it backs, which says in words
 * what became of it.
 */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const [address, asked] = [reportAddress.safeParse(await params), sentEvidenceFile.safeParse(query)];
  if (!address.success || !asked.success)
    return new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });
  const { indicator } = asked.data;
  const response = await signedInRoute(request, async (actor, now) => {
    await mustAddEvidenceFile(actor, address.data, indicator, now);
    const { form, file } = await readFileForm(request, sourceFileLimits.bytes);
    if (!file) throw new InvalidFields([{ field: "file", key: "fileMissing" }]);
    const typed = form.get("title");
    const said = evidenceFileForm.safeParse({
      title: typeof typed === "string" && typed.trim() !== "" ? typed : titleOfFile(file.name),
    });
    if (!said.success) throw new InvalidFields(fieldProblems(said.error));
    const bytes = new Uint8Array(await file.arrayBuffer());
    return addEvidenceFile(actor, address.data, { indicator, title: said.data.title, bytes }, now, request.signal);
  });
  const { page } = query;
  if (page === undefined || !isLocale(page)) return response;
  const base = reportPath(planPath(page, address.data.plan), address.data);
  const outcome = response.ok ? "added" : await codeOf(response);
  const where = indicator === null ? checkPath(base) : entryPath(base, indicator);
  const headers = {
    Location: `${where}?${new URLSearchParams({ file: outcome, at: String(Date.now()) })}#evidence`,
    "Cache-Control": "private, no-store",
  };
  return new Response(null, { status: 303, headers });
}

/** Of the message that the page shows, a key of the namespace `errors`. */
async function codeOf(response: Response): Promise<string> {
  if (response.status === 413) return "sourceTooLarge";
  const { refusal, problems } = (await response.json()) as { refusal: { code: string }; problems: { key: string }[] };
  return problems[0]?.key ?? refusal.code;
}
