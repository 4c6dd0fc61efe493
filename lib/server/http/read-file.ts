import "server-only";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { shortName } from "@/lib/server/imports/short-name";
import { readBody } from "./read-body";

/** Space for the form around the file. */
const FORM_BYTES = 16 * 1024;

/**
 * A form with a file in the field `file`; null where nobody chose one.
 * @throws BodyTooLarge
 */
export async function readFileForm(request: Request, limit: number): Promise<{ form: FormData; file: File | null }> {
  const body = await readBody(request, limit + FORM_BYTES);
  const form = await new Response(body, { headers: { "Content-Type": request.headers.get("content-type") ?? "" } })
    .formData()
    // Whatever isn't a form has no file.
    .catch(() => new FormData());
  const file = form.get("file");
  // A browser sends a file without name or content for a field that nobody filled in.
  const isChosen = file instanceof File && (file.name !== "" || file.size > 0);
  return { form, file: isChosen ? file : null };
}

/**
 * The files in the field `file` of a form, by their names as they may be told, and the language in which the form was shown.
 * @throws BodyTooLarge; InvalidFields where there is none
 */
export async function readFiles(
  request: Request,
  limit: number,
): Promise<{ files: { name: string; bytes: Uint8Array }[]; locale: string }> {
  const { form, file } = await readFileForm(request, limit);
  const locale = form.get("locale");
  if (!file) throw new InvalidFields([{ field: "file", key: "fileMissing" }]);
  const sent = form.getAll("file").filter((one) => one instanceof File);
  return {
    files: await Promise.all(
      sent.map(async (one) => ({ name: shortName(one.name), bytes: new Uint8Array(await one.arrayBuffer()) })),
    ),
    locale: typeof locale === "string" && /^[a-z]{2}$/.test(locale) ? locale : "en",
  };
}

/**
 * The one file of such a form.
 * @throws as `readFiles`
 */
export async function readFile(
  request: Request,
  limit: number,
): Promise<{ fileName: string; bytes: Uint8Array; locale: string }> {
  const { files, locale } = await readFiles(request, limit);
  const { name, bytes } = files[0]!;
  return { fileName: name, bytes, locale };
}
