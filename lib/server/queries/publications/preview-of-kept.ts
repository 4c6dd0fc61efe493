import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { FileRefusal } from "@/lib/exchange/import/file-refusal";
import type { Message } from "@/lib/schemas/forms/form-state";
import { db } from "@/lib/server/db/client";
import { previewOf } from "@/lib/server/imports/preview-of";
import { readToImport } from "@/lib/server/imports/waiting-files";
import { locateReport, lockOf, subjectOf } from "@/lib/server/reports/locate-report";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ImportView } from "@/lib/views/import-view";
import type { ReportAddress } from "@/lib/views/report-view";

/** `refused`: a key of the namespace `import`, under `refusal`; `file` is its name where there are several. */
type KeptPreview = { view: ImportView } | { refused: Message; file: string | null };

/**
 * What a file that was kept for the report would import, worked out anew from the file and the report as it is now.
 * @returns null for a file that isn't kept for this report, and where the actor may import nothing
 */
export async function previewOfKept(
  actor: Actor,
  address: ReportAddress,
  { sha256, fileName }: { sha256: string; fileName: string },
  { locale, now }: Asked,
): Promise<KeptPreview | null> {
  const located = await locateReport(await db(), address);
  if (!located || !can(actor, "importFile", subjectOf(located)) || lockOf(located, now)) return null;
  const bytes = await readToImport(actor, located, sha256);
  if (!bytes) return null;
  try {
    return { view: await previewOf(actor, located, { sha256, fileName, bytes }, locale) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { code, args, file }: FileRefusal = error;
    return { refused: { key: code, args: { ...args } }, file };
  }
}
