import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { mustFill } from "@/lib/server/reporting/match-file";
import { keepToFill } from "@/lib/server/reporting/waiting-files";

/**
 * Keeps a file that the report may be filled from, unread: the page that it leads to shows what it would fill, or what is
 * wrong with it.
 * @returns its hash
 * @throws Refusal `notFound`, `notAllowed`, `locked`
 */
export async function keepFileToFill(
  actor: Actor,
  address: ReportAddress,
  bytes: Uint8Array,
  now: Date,
): Promise<string> {
  return keepToFill(actor, await mustFill(actor, address, now), bytes, now);
}
