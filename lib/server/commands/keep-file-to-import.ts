import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mustImport } from "@/lib/server/imports/match-file";
import { keepToImport } from "@/lib/server/imports/waiting-files";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Keeps a file that may be imported into the report, unread: the page that it leads to shows what it would import, or what is
 * wrong with it.
 * @returns its hash
 * @throws Refusal `notFound`, `notAllowed`, `locked`
 */
export async function keepFileToImport(
  actor: Actor,
  address: ReportAddress,
  bytes: Uint8Array,
  now: Date,
): Promise<string> {
  return keepToImport(actor, await mustImport(actor, address, now), bytes, now);
}
