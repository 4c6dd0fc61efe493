import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { ImportView } from "@/lib/views/import-view";
import { frameworkOf } from "../framework/plan-framework";
import type { LocatedReport } from "../reports/locate-report";
import { matchFile } from "./match-file";
import { shortName } from "./short-name";

/**
 * What importing the file would do, as the report is now.
 * @throws FileRefusal for a file that can't be read
 */
export async function previewOf(
  actor: Actor,
  located: LocatedReport,
  { sha256, fileName, bytes }: { sha256: string; fileName: string; bytes: Uint8Array },
  locale: string,
  stop?: AbortSignal,
): Promise<ImportView> {
  const { format, preview, indicators } = await matchFile(actor, located, bytes, locale, stop);
  const used = new Set([...preview.imported, ...preview.same, ...preview.conflicts].map(({ indicator }) => indicator));
  return {
    sha256,
    fileName: shortName(fileName),
    format,
    ...preview,
    indicators: indicators
      .filter(({ view }) => used.has(view.code))
      .map(({ view: { code, title, unit } }) => ({ code, title, unit })),
    dimensions: [...(await frameworkOf(located.plan, locale)).dimensions],
  };
}
