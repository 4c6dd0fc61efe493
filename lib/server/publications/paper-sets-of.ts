import "server-only";
import { paperFormats } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import type { KeptPaperSet } from "@/lib/views/commitments/meeting-view";
import { storedSettings } from "./publication-row";

/** On the page of their meeting; all of them stand in the list of publications. */
const mostShown = 14;

/** Paper sets of a meeting, the newest first. The caller has asked whether the person keeps meetings. */
export async function paperSetsOf(meetingId: number): Promise<KeptPaperSet[]> {
  const client = await db();
  const rows = await client.publication.findMany({
    where: { meetingId },
    orderBy: { id: "desc" },
    take: mostShown,
    select: {
      id: true,
      settings: true,
      state: true,
      files: { select: { format: true, name: true, size: true, sha256: true } },
    },
  });
  return rows.map(({ id, settings, state, files }) => ({
    id,
    language: storedSettings(settings).language,
    state,
    files: paperFormats.flatMap((format) => files.find((file) => file.format === format) ?? []),
  }));
}
