import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { isPicture, sourceFileLimits } from "@/lib/domain/source-file";
import type { ObservationFileWords } from "@/lib/schemas/commitments/observation-file-form";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, observationEvent } from "@/lib/server/commitments/hold-observation";
import { holdSources } from "@/lib/server/commitments/sources/hold-sources";
import type { Transaction } from "@/lib/server/db/client";
import { cleanInThread } from "@/lib/server/files/clean-in-thread";
import { addStoredFile } from "@/lib/server/files/stored-files";
import { transaction } from "@/lib/server/transaction";
import { refuseNames } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Adds a file to the sources of an observation, before it is submitted or after it was sent back. What was sent is kept nowhere:
 * only what is left of it without who made it.
 * @param stop ends it where whoever asked has gone
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `sourceFilesFull`, `sourceConsentMissing`, and why the file isn't
 * taken; InvalidFields for a title that names a young person, of what young people decided
 */
export async function addObservationFile(
  actor: Actor,
  seen: ObservationSeen,
  { title, consent, bytes }: ObservationFileWords & { bytes: Uint8Array },
  now: Date,
  stop?: AbortSignal,
): Promise<void> {
  await mustAddObservationFile(actor, seen);
  const cleaned = await cleanInThread(bytes, stop);
  if (isPicture(cleaned.type) && !consent) throw new Refusal("sourceConsentMissing");
  await transaction(async (tx) => {
    const held = await holdSources(tx, actor, seen);
    if (held.isOfYoung) refuseNames([["title", title]]);
    const place = await freePlace(tx, held.id);
    const fileId = await addStoredFile(tx, { ...cleaned, title }, { id: actor.id, now });
    await tx.addressedFile.create({ data: { textId: held.id, place, fileId } });
    await changeText(tx, held);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "observationFileAdded",
      // Neither what it is called nor its hash: whoever has the file elsewhere would know whose it is.
      after: { file: fileId, type: cleaned.type },
    });
  });
}

/** The same questions before anything is read or cleaned: strangers keep nobody waiting. */
export const mustAddObservationFile = (actor: Actor, seen: ObservationSeen): Promise<void> =>
  transaction(async (tx) => {
    const held = await holdSources(tx, actor, seen);
    await freePlace(tx, held.id);
  });

async function freePlace(tx: Transaction, textId: number): Promise<number> {
  const { files } = sourceFileLimits;
  const taken = await tx.addressedFile.findMany({ where: { textId }, select: { place: true } });
  const places = new Set(taken.map(({ place }) => place));
  const free = Array.from({ length: files }, (_, at) => at + 1).find((place) => !places.has(place));
  if (free === undefined) throw new Refusal("sourceFilesFull", { most: files });
  return free;
}
