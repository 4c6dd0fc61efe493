import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mustFill } from "@/lib/server/imports/match-file";
import { keepToFill } from "@/lib/server/imports/waiting-files";
import type { ReportAddress } from "@/lib/views/report-view";

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
