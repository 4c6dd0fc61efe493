import type { NextRequest } from "next/server";
import { sourceFileLimits } from "@/lib/domain/source-file";
import { planPath, workObservationPath } from "@/lib/i18n/paths";
import { defaultLocale, isLocale } from "@/lib/i18n/routing";
import {
  observationFileForm,
  sentObservationFile,
  typedTitleCookie,
} from "@/lib/schemas/commitments/observation-file-form";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { addObservationFile, mustAddObservationFile } from "@/lib/server/commands/commitments/add-observation-file";
import { readFileForm } from "@/lib/server/http/read-file";
import { signedInRoute } from "@/lib/server/http/signed-in-route";

/** So long the title of a refused file waits for its form. */
const TITLE_SECONDS = 120;

/**
 * Adds a file to an observation's sources: a form with the file in `file`, its `title` and the box `consent`. The answer leads to
 * the observation's page (303), which says in words what became of it; a refused title goes along in a cookie of that page
 * alone.
 */
export async function POST(request: NextRequest, { params }: { params: Promise<{ plan: string }> }): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const asked = sentObservationFile.safeParse(query);
  const plan = addressFields.plan.safeParse((await params).plan);
  if (!asked.success || !plan.success)
    return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  const { id, seen: rowVersion } = asked.data;
  let typed = "";
  const response = await signedInRoute(request, async (actor, now) => {
    const seen = { plan: plan.data, id, rowVersion };
    await mustAddObservationFile(actor, seen);
    const { form, file } = await readFileForm(request, sourceFileLimits.bytes);
    const [title, consent] = [form.get("title"), form.get("consent") ?? undefined];
    typed = typeof title === "string" ? title : "";
    const said = observationFileForm.safeParse({ title, consent });
    if (!said.success) throw new InvalidFields(fieldProblems(said.error));
    if (!file) throw new InvalidFields([{ field: "file", key: "fileMissing" }]);
    const bytes = new Uint8Array(await file.arrayBuffer());
    await addObservationFile(actor, seen, { ...said.data, bytes }, now, request.signal);
    return {};
  });
  const outcome = response.ok ? "added" : await codeOf(response);
  const page = workObservationPath(planPath(isLocale(query.page ?? "") ? query.page! : defaultLocale, plan.data), id);
  const headers = new Headers({
    Location: `${page}?${new URLSearchParams({ file: outcome, at: String(Date.now()) })}#files`,
    "Cache-Control": "private, no-store",
  });
  const kept = response.ok ? "" : encodeURIComponent(typed.slice(0, sourceFileLimits.name));
  const age = kept === "" ? 0 : TITLE_SECONDS;
  headers.append("Set-Cookie", `${typedTitleCookie}=${kept}; Path=${page}; Max-Age=${age}; HttpOnly; SameSite=Strict`);
  return new Response(null, { status: 303, headers });
}

/** Of the message that the page shows, a key of the namespace `errors`. */
async function codeOf(response: Response): Promise<string> {
  if (response.status === 413) return "sourceTooLarge";
  const { refusal, problems } = (await response.json()) as { refusal: { code: string }; problems: { key: string }[] };
  return problems[0]?.key ?? refusal.code;
}
