import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mustImport, type Reading } from "@/lib/server/imports/match-file";
import { previewOf } from "@/lib/server/imports/preview-of";
import { keepToImport } from "@/lib/server/imports/waiting-files";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ImportView } from "@/lib/views/import-view";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Shows what importing a file into the report would do. Nothing of the report changes; the file is kept, so that the
 * answers need not bring it again.
 * @throws Refusal `notFound`, `notAllowed`, `locked`; FileRefusal
 */
export async function previewFile(
  actor: Actor,
  address: ReportAddress,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
  { locale, now }: Asked,
  reading?: Reading,
): Promise<ImportView> {
  const located = await mustImport(actor, address, now);
  const view = await previewOf(actor, located, { sha256: "", fileName, bytes }, locale, reading);
  return { ...view, sha256: await keepToImport(actor, located, bytes, now) };
}
