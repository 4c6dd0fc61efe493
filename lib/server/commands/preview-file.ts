import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { FillView } from "@/lib/schemas/fill-view";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { mustFill } from "@/lib/server/reporting/match-file";
import type { Asked } from "@/lib/server/reporting/open-room";
import { previewOf } from "@/lib/server/reporting/preview-of";
import { keepToFill } from "@/lib/server/reporting/waiting-files";

/**
 * Shows what filling the report from a file would do. Nothing of the report changes; the file is kept, so that the
 * answers need not bring it again.
 * @param stop where whoever asked has gone
 * @throws Refusal `notFound`, `notAllowed`, `locked`; FileRefusal
 */
export async function previewFile(
  actor: Actor,
  address: ReportAddress,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
  { locale, now }: Asked,
  stop?: AbortSignal,
): Promise<FillView> {
  const located = await mustFill(actor, address, now);
  const view = await previewOf(actor, located, { sha256: "", fileName, bytes }, locale, stop);
  return { ...view, sha256: await keepToFill(actor, located, bytes, now) };
}
