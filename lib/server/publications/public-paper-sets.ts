import "server-only";
import { type PaperFormat, paperFormats } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { PublicPaperSet } from "@/lib/views/commitments/meeting-view";
import { holdingWhatWent } from "./holding-taken-down";
import { storedSettings } from "./publication-row";

/**
 * The papers of a meeting that anybody may have: in each language the newest that were made. Those with anything that was taken
 * down or withdrawn since are nobody's but the secretariat's, which makes them again.
 */
export async function publicPaperSets(
  planId: number,
  meeting: Prisma.MeetingWhereInput,
): Promise<(PublicPaperSet & { id: number })[]> {
  const client = await db();
  const rows = await client.publication.findMany({
    where: { planId, meeting, isInternal: false, readAt: { not: null }, files: { some: {} } },
    orderBy: { id: "desc" },
    select: { id: true, settings: true, readAt: true, files: { select: { format: true, size: true } } },
  });
  if (rows.length === 0) return [];
  const kept = await holdingWhatWent(
    client,
    planId,
    rows.map(({ id }) => id),
  );
  const sets = new Map<string, PublicPaperSet & { id: number }>();
  for (const { id, settings, readAt, files } of rows) {
    const { language } = storedSettings(settings);
    if (kept.has(id) || sets.has(language) || readAt === null) continue;
    const sizeOf = (format: PaperFormat) => files.find((file) => file.format === format)?.size;
    sets.set(language, {
      id,
      language,
      madeOn: dayInRegion(readAt),
      files: paperFormats.flatMap((format) => {
        const size = sizeOf(format);
        return size === undefined ? [] : { format, size };
      }),
    });
  }
  return [...sets.values()].sort((one, other) => (one.language < other.language ? -1 : 1));
}
