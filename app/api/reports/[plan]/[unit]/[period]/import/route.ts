import type { NextRequest } from "next/server";
import { maximumBytes } from "@/lib/exchange/import/decode-text";
import { sentAsOne } from "@/lib/exchange/import/file-bundle";
import { FileRefusal } from "@/lib/exchange/import/file-refusal";
import { importPath, planPath, reportPath } from "@/lib/i18n/paths";
import { isLocale, type Locale } from "@/lib/i18n/routing";
import { importRequest } from "@/lib/schemas/imports/import-resolution";
import { ConflictsUnresolved, importFile } from "@/lib/server/commands/import-file";
import { keepFileToImport } from "@/lib/server/commands/keep-file-to-import";
import { previewFile } from "@/lib/server/commands/preview-file";
import { readFiles } from "@/lib/server/http/read-file";
import { readJson } from "@/lib/server/http/read-json";
import { answer, signedInRoute } from "@/lib/server/http/signed-in-route";
import { toldRoute } from "@/lib/server/http/told-route";
import { mustSeeReport } from "@/lib/server/queries/must-see-report";
import type { ReadSoFar } from "@/lib/views/import-view";
import type { ReportAddress } from "@/lib/views/report-view";

type Context = { params: Promise<ReportAddress> };

const ANSWERS_LIMIT = 4 * 1024 * 1024;

/**
 * Keeps a file, or several as one, and leads to the page that previews it (303). Every refusal leads there too, for the page says it in words:
 * that one must sign in, that the page was another person's, that nothing can be imported now, that there is no such report.
 */
async function keepAndLead(request: NextRequest, address: ReportAddress, locale: Locale): Promise<Response> {
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

/**
 * Previews a file, or several of one report, which are then imported with PUT. With `?page=<locale>`, as a form sends it
 * without a script, the file is only kept, and the answer leads to the page that shows the preview or what is wrong. Else:
 * multipart with the files in `file` (and `locale`), `ImportView` out; who accepts `application/x-ndjson` is told meanwhile how
 * far it is. A file that can't be read: 422 with `file: { code, args, name }`, keys of the namespace `import` under `refusal`.
 */
export async function POST(request: NextRequest, { params }: Context) {
  const page = request.nextUrl.searchParams.get("page");
  if (page !== null && isLocale(page)) return keepAndLead(request, await params, page);
  return toldRoute<ReadSoFar>(request, (reading) =>
    signedInRoute(request, async (actor, now) => {
      const address = await params;
      await mustSeeReport(actor, address);
      const { locale, files } = await readFiles(request, maximumBytes);
      return previewFile(actor, address, sentAsOne(files), { locale, now }, reading);
    }).catch(refuseFile),
  );
}

/**
 * Imports a file that was previewed: `{ sha256, fileName, resolution }` in, `{ imported, had }` out. Cells that
 * still need a decision: 422 with `cells`, keys of the namespace `import` under `problem`; a file as above.
 */
export async function PUT(request: NextRequest, { params }: Context) {
  return signedInRoute(
    request,
    async (actor, now) => {
      const address = await params;
      await mustSeeReport(actor, address);
      return importFile(actor, address, await readJson(request, importRequest, ANSWERS_LIMIT), now);
    },
    (refusal) => (refusal instanceof ConflictsUnresolved ? { cells: refusal.problems } : {}),
  ).catch(refuseFile);
}

function refuseFile(error: unknown): Response {
  if (!(error instanceof FileRefusal)) throw error;
  return answer({ file: { code: error.code, args: error.args, name: error.file } }, 422);
}
