import "server-only";
import type { Readable } from "node:stream";
import { partyOf } from "@/lib/domain/commitments/parties";
import type { Actor } from "@/lib/domain/permissions";
import { factsOf, observationSelect, observationView } from "@/lib/server/commitments/observation-rows";
import { readFiles } from "@/lib/server/commitments/sources/file-rows";
import { db } from "@/lib/server/db/client";
import { openStoredFile } from "@/lib/server/files/stored-files";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import type { SourceFileView } from "@/lib/views/commitments/observation-view";

export interface FileToRead extends SourceFileView {
  sha256: string;
  /** Whether anybody may read it. */
  isPublic: boolean;
  open(): Promise<Readable | null>;
}

/**
 * A file of an observation, for whoever reads the observation; null where there is none of which they may know.
 * @param actor null: nobody is signed in
 */
export async function observationFile(
  actor: Actor | null,
  planCode: string,
  file: number,
  now: Date,
): Promise<FileToRead | null> {
  const client = await db();
  const row = await client.addressedText.findFirst({
    where: { kind: "observation", plan: { code: planCode }, files: { some: { fileId: file } } },
    select: {
      ...observationSelect,
      plan: { select: { id: true, code: true, resultsVersion: true, smallCountThreshold: true } },
    },
  });
  if (!row) return null;
  const files = await readFiles(client, [row.id]);
  const found = files.find(({ id }) => id === file)!;
  const framework = await frameworkOf(row.plan, "en");
  const reader = { framework, locale: "en", threshold: row.plan.smallCountThreshold, now, files, decided: new Map() };
  const seenBy = (party: ReturnType<typeof partyOf>) =>
    observationView(row, { ...reader, party })?.files.find(({ id }) => id === file);
  const inPublic = seenBy(null);
  const view = inPublic ?? (actor && seenBy(partyOf(actor, factsOf(row))));
  if (!view) return null;
  const { sha256 } = found;
  return { ...view, sha256, isPublic: inPublic !== undefined, open: () => openStoredFile(found) };
}
