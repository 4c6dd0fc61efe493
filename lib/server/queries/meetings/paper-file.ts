import "server-only";
import type { PaperFormat, PublicationLanguage } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import { publicPaperSets } from "@/lib/server/publications/public-paper-sets";

/** A file of a meeting's papers, as the meeting's public page offers it; null where it offers none such. */
export async function paperFile(
  planCode: string,
  code: string,
  language: PublicationLanguage,
  format: PaperFormat,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer>; sha256: string } | null> {
  const client = await db();
  const meeting = await client.meeting.findFirst({
    where: { code, plan: { code: planCode } },
    select: { id: true, planId: true },
  });
  if (!meeting) return null;
  const sets = await publicPaperSets(meeting.planId, { id: meeting.id });
  const set = sets.find((each) => each.language === language);
  return (
    (set &&
      client.publicationFile.findFirst({
        where: { format, publicationId: set.id },
        select: { name: true, bytes: true, sha256: true },
      })) ??
    null
  );
}
