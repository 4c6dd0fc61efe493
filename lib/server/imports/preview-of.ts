import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { ImportView } from "@/lib/views/import-view";
import { frameworkOf } from "../framework/plan-framework";
import type { LocatedReport } from "../reports/locate-report";
import { matchFile, type Reading } from "./match-file";
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
  reading?: Reading,
): Promise<ImportView> {
  const name = shortName(fileName);
  const { format, preview, indicators } = await matchFile(actor, located, { fileName: name, bytes }, locale, reading);
  const { imported, same, conflicts, cleared, problems } = preview;
  const used = new Set([imported, same, conflicts, cleared, problems].flat().map(({ indicator }) => indicator));
  return {
    sha256,
    fileName: name,
    format,
    ...preview,
    indicators: indicators
      .filter(({ view }) => used.has(view.code))
      .map(({ view: { code, title, unit, rules, steps } }) => ({
        code,
        title,
        unit,
        scale: { type: rules.type, decimals: rules.decimals, steps },
      })),
    dimensions: [...(await frameworkOf(located.plan, locale)).dimensions],
  };
}
