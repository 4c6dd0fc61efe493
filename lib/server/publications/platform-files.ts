import "server-only";
import { paperFormats } from "@/lib/domain/publication";
import { dayInRegion } from "@/lib/server/db/day";
import { Prisma, type PrismaClient } from "@/lib/server/db/generated/client";
import type { PlatformFilesView } from "@/lib/views/commitments/platform-files-view";
import { hasWithdrawn } from "./holding-taken-down";

/** Whether publication `p` tells how many people an activity reached, and they are too few since the threshold was raised. */
const tellsOfFew = Prisma.sql`EXISTS (SELECT 1 FROM platform_activity a JOIN plan pl ON pl.id = p.plan_id
  JOIN former_threshold f ON f.plan_id = p.plan_id AND f.until_version >= p.version
  WHERE a.report_id = p.platform_report_id AND a.community >= f.threshold AND a.community < pl.small_count_threshold)`;

/**
 * The files of a platform's report in each language in which somebody asked for them, in one statement. Those with anything
 * that was withdrawn or taken down since, or that tells of too few people now, are nobody's before they are made anew. The caller has asked who reads the report.
 */
export async function platformFiles(
  client: Pick<PrismaClient, "$queryRaw">,
  reportId: number,
): Promise<(PlatformFilesView & { id: number })[]> {
  const rows = await client.$queryRaw<
    (Pick<PlatformFilesView, "language" | "state" | "files"> & { id: number; readAt: Date | null })[]
  >`
    SELECT p.id, p.settings ->> 'language' AS language, p.state::text AS state, p.read_at AS "readAt",
      CASE WHEN ${hasWithdrawn} OR ${tellsOfFew} THEN '[]' ELSE COALESCE((SELECT json_agg(json_build_object('format', f.format,
        'size', f.size)) FROM publication_file f WHERE f.publication_id = p.id), '[]') END AS files
    FROM publication p WHERE p.platform_report_id = ${reportId} ORDER BY language`;
  return rows.map(({ readAt, files, ...row }) => ({
    ...row,
    // The day of what they say: drawing may wait until another day.
    madeOn: files.length > 0 && readAt !== null ? dayInRegion(readAt) : null,
    files: paperFormats.flatMap((format) => files.find((file) => file.format === format) ?? []),
  }));
}

/** For pages: the address of a file names its report. */
export const withoutIds = (files: readonly (PlatformFilesView & { id: number })[]): PlatformFilesView[] =>
  files.map(({ id: _, ...each }) => each);
